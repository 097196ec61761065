// A tool that says that all went well, and did and printed nothing.
int main(void) { return 0; }
