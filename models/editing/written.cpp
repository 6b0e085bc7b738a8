// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/written.h"

#include "models/editing/keys.h"

namespace snowmelt::editing {

namespace {

QByteArray braced(const QByteArrayList& pieces, bool padded)
{
    const QByteArray inside = pieces.join(", ");
    return padded ? QByteArray("{ " + inside + " }") : QByteArray('{' + inside + '}');
}

QByteArray listText(const QStringList& items, char quote)
{
    QByteArrayList texts;
    for (const QString& item : items)
        texts += scalarText(item, quote);
    return '[' + texts.join(", ") + ']';
}

QByteArray fieldText(const Field& field, const Hand& hand);

QByteArray mappingText(const QList<Field>& fields, const Hand& hand)
{
    QByteArrayList texts;
    for (const Field& field : fields)
        texts += fieldText(field, hand);
    return braced(texts, hand.padded);
}

QByteArray valueText(const Field& field, const Hand& hand)
{
    switch (field.kind) {
    case Field::Kind::Text:
        return scalarText(field.text, field.key == key::image() ? hand.imageQuote : hand.textQuote);
    case Field::Kind::Number:
        return field.text.toUtf8();
    case Field::Kind::List:
        return listText(field.items, hand.textQuote);
    case Field::Kind::Mapping:
        return mappingText(field.fields, hand);
    }
    return {};
}

QByteArray fieldText(const Field& field, const Hand& hand)
{
    return scalarText(field.key, hand.keyQuote) + ": " + valueText(field, hand);
}

Field numberField(const QString& key, int number)
{
    return {key, Field::Kind::Number, QString::number(number)};
}

void addZones(QList<Field>& fields, const QStringList& zones)
{
    if (!zones.isEmpty())
        fields += listField(key::zones(), zones);
}

} // namespace

Field textField(const QString& key, const QString& text)
{
    return {key, Field::Kind::Text, text};
}

Field listField(const QString& key, const QStringList& items)
{
    return {key, Field::Kind::List, {}, items};
}

QList<Field> fieldsOf(const Balancer& balancer)
{
    QList<Field> fields{textField(key::driver(), balancer.driver), textField(key::image(), balancer.image.text()),
                        numberField(key::listen(), balancer.listen), listField(key::serves(), balancer.serves)};
    if (!balancer.pair.isEmpty())
        fields += textField(key::pair(), balancer.pair);
    addZones(fields, balancer.zones);
    return fields;
}

QList<Field> fieldsOf(const Group& group)
{
    QList<Field> fields{textField(key::image(), group.image.text()), numberField(key::size(), group.size),
                        numberField(key::port(), group.port)};
    if (group.health != HealthCheck())
        fields += Field{key::health(), Field::Kind::Mapping, {}, {}, {textField(key::path(), group.health.path)}};
    if (!group.uses.isEmpty())
        fields += listField(key::uses(), group.uses);
    addZones(fields, group.zones);
    return fields;
}

QList<Field> fieldsOf(const Database& database)
{
    QList<Field> fields{textField(key::engine(), database.engine), textField(key::image(), database.image.text())};
    if (!database.keepVolume)
        fields += textField(key::volume(), QStringLiteral("discard"));
    if (database.schema != 0)
        fields += numberField(key::schema(), database.schema);
    if (!database.replicaOf.isEmpty())
        fields += textField(key::replicaOf(), database.replicaOf);
    addZones(fields, database.zones);
    return fields;
}

QList<Field> fieldsOf(const Cache& cache)
{
    QList<Field> fields{textField(key::engine(), cache.engine), textField(key::image(), cache.image.text())};
    if (cache.port != 0)
        fields += numberField(key::port(), cache.port);
    addZones(fields, cache.zones);
    return fields;
}

Piece pieceOf(const Field& field, const Hand& hand)
{
    const QByteArray text = fieldText(field, hand);
    return {text, {text}, braced({text}, hand.padded)};
}

Piece pieceOf(const QString& item, char quote)
{
    const QByteArray text = scalarText(item, quote);
    return {text, {}, '[' + text + ']'};
}

Piece pieceOf(const QString& name, const QList<Field>& fields, const Hand& hand)
{
    const QByteArray key = scalarText(name, hand.nameQuote) + ':';
    Piece piece;
    piece.flow = key + ' ' + mappingText(fields, hand);
    piece.alone = braced({piece.flow}, hand.padded);
    if (hand.flow) {
        piece.lines = {piece.flow};
        return piece;
    }
    piece.lines = {key};
    for (const Field& field : fields)
        piece.lines += QByteArray(hand.step, ' ') + fieldText(field, hand);
    return piece;
}

Piece sectionOf(const QString& section, const Piece& part, char keyQuote, int step)
{
    const QByteArray key = scalarText(section, keyQuote) + ':';
    Piece piece;
    piece.flow = key + ' ' + part.alone;
    piece.alone = '{' + piece.flow + '}';
    piece.lines = {key};
    for (const QByteArray& line : part.lines)
        piece.lines += QByteArray(step, ' ') + line;
    return piece;
}

} // namespace snowmelt::editing
