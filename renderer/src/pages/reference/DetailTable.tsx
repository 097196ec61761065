import {
  Button,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useId, useState } from 'react';
import { Spoken } from '../../components/Spoken';
import { referenceText } from '../../text/reference';
import { useTableStyles } from '../table-styles';

export interface Column<T> {
  title: string;
  className?: string | undefined;
  cell(item: T): ReactNode;
}

interface DetailTableProps<T> {
  label: string;
  items: readonly T[];
  columns: readonly Column<T>[];
  /** What tells an item from every other one, in words. */
  nameOf(item: T): string;
  details(item: T): ReactNode;
}

/** A table whose rows open to their details. */
export function DetailTable<T>(props: DetailTableProps<T>) {
  const { label, items, columns, nameOf } = props;
  const table = useTableStyles();
  return (
    <Table className={table.table} aria-label={label}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={table.toggle}>
            <Spoken>{referenceText.columns.details}</Spoken>
          </TableHeaderCell>
          {columns.map(({ title, className }) => (
            <TableHeaderCell key={title} className={className}>
              {title}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {items.map((item) => (
          <DetailRow key={nameOf(item)} item={item} {...props} />
        ))}
      </TableBody>
    </Table>
  );
}

function DetailRow<T>({ item, columns, nameOf, details }: DetailTableProps<T> & { item: T }) {
  const table = useTableStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <TableRow className={table.row}>
        <TableCell className={mergeClasses(table.cell, table.toggle)}>
          <Button
            appearance="subtle"
            size="small"
            aria-label={referenceText.expand(nameOf(item))}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            onClick={() => setOpen(!isOpen)}
          />
        </TableCell>
        {columns.map(({ title, className, cell }) => (
          <TableCell key={title} className={mergeClasses(table.cell, className)}>
            {cell(item)}
          </TableCell>
        ))}
      </TableRow>
      {isOpen ? (
        <TableRow id={id} className={table.row}>
          <TableCell colSpan={columns.length + 1} className={table.details}>
            {details(item)}
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
