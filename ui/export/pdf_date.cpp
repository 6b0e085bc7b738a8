// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_date.h"

#include <optional>

namespace snowmelt {

namespace {

constexpr qsizetype entryLength = 20; ///< of a cross-reference table: "0000000016 00000 n" and two bytes of line end
constexpr qsizetype offsetDigits = 10;

struct Table
{
    qsizetype at = 0; ///< of "xref"
    qsizetype first = 0;
    qsizetype count = 0;
};

qsizetype numberAt(const QByteArray& text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return text.mid(at, end - at).toLongLong();
}

std::optional<Table> tableOf(const QByteArray& pdf)
{
    const qsizetype pointer = pdf.lastIndexOf("startxref\n");
    if (pointer < 0)
        return std::nullopt;
    Table table;
    table.at = numberAt(pdf, pointer + qsizetype(qstrlen("startxref\n")));
    const QByteArray head = "xref\n0 ";
    if (pdf.mid(table.at, head.size()) != head)
        return std::nullopt;
    table.count = numberAt(pdf, table.at + head.size());
    table.first = pdf.indexOf('\n', table.at + head.size()) + 1;
    if (table.first + table.count * entryLength > pointer)
        return std::nullopt;
    return table;
}

QByteArray paddedNumber(qsizetype number)
{
    return QByteArray::number(number).rightJustified(offsetDigits, '0');
}

void shiftOffsets(QByteArray& pdf, const Table& table, qsizetype behind, qsizetype by)
{
    for (qsizetype i = 0; i < table.count; ++i) {
        const qsizetype entry = table.first + i * entryLength;
        const qsizetype offset = numberAt(pdf, entry);
        if (pdf[entry + entryLength - 3] == 'n' && offset > behind)
            pdf.replace(entry, offsetDigits, paddedNumber(offset + by));
    }
}

} // namespace

QByteArray withCreationDate(const QByteArray& pdf, const QDateTime& date)
{
    const std::optional<Table> table = tableOf(pdf);
    const QByteArray key = "/CreationDate (";
    const qsizetype found = pdf.indexOf(key);
    // Before the first stream: deeper inside, these bytes might be anything.
    if (!table || found < 0 || found > pdf.indexOf("stream"))
        return pdf;
    const qsizetype from = found + key.size();
    const qsizetype length = pdf.indexOf(')', from) - from;
    const QDateTime at = date.isValid() ? date.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    const QByteArray stamp = at.toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1();
    const qsizetype by = stamp.size() - length;

    QByteArray result = pdf;
    shiftOffsets(result, *table, from, by);
    const qsizetype pointer = result.lastIndexOf("startxref\n") + qsizetype(qstrlen("startxref\n"));
    const qsizetype digits = result.indexOf('\n', pointer) - pointer;
    result.replace(pointer, digits, QByteArray::number(table->at + by));
    return result.replace(from, length, stamp);
}

} // namespace snowmelt
