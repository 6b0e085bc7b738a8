// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/table_archive.h"

#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QtEndian>

namespace snowmelt {

namespace {

constexpr auto schema = "snowmelt.table/1";
constexpr quint32 unpackedLimit = 512U * 1024 * 1024;

void write(QCborStreamWriter& cbor, const FactRow& row)
{
    cbor.startMap(quint64(row.fields.size()));
    for (auto field = row.fields.cbegin(); field != row.fields.cend(); ++field) {
        cbor.append(field.key());
        cbor.append(field.value());
    }
    cbor.endMap();
}

std::optional<FactRow> rowOf(const QCborValue& value)
{
    if (!value.isMap())
        return std::nullopt;
    FactRow row;
    const QCborMap fields = value.toMap();
    for (const auto field : fields) {
        if (!field.first.isString() || !field.second.isString())
            return std::nullopt;
        row.fields.insert(field.first.toString(), field.second.toString());
    }
    return row;
}

/// qUncompress() makes room for whatever the first four bytes say.
bool isOfHonestSize(const QByteArray& packed)
{
    return packed.size() > 4 && qFromBigEndian<quint32>(packed.constData()) <= unpackedLimit;
}

} // namespace

QByteArray packedTable(const FactTable& table)
{
    QByteArray bytes;
    QCborStreamWriter cbor(&bytes);
    cbor.startArray(2);
    cbor.append(QLatin1String(schema));
    cbor.startMap(quint64(table.size()));
    for (auto row = table.cbegin(); row != table.cend(); ++row) {
        cbor.append(row.key());
        write(cbor, *row);
    }
    cbor.endMap();
    cbor.endArray();
    return qCompress(bytes);
}

std::optional<FactTable> unpackedTable(const QByteArray& packed)
{
    if (!isOfHonestSize(packed))
        return std::nullopt;
    const QCborValue value = QCborValue::fromCbor(qUncompress(packed));
    if (!value.isArray() || value[0].toString() != QLatin1String(schema) || !value[1].isMap())
        return std::nullopt;
    FactTable table;
    const QCborMap rows = value[1].toMap();
    for (const auto row : rows) {
        const std::optional<FactRow> fact = rowOf(row.second);
        if (!row.first.isByteArray() || !fact)
            return std::nullopt;
        table.insert(row.first.toByteArray(), *fact);
    }
    return table;
}

} // namespace snowmelt
