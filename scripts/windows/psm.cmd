@echo off
"%~dp0node.exe" "%~dp0psm.js" %*
