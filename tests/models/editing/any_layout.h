// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <QRandomGenerator>

#include <algorithm>

namespace snowmelt {

/// Writes a blueprint the way people might: sections in any order, blocks and braces, quotes, comments, blank lines,
/// line ends, a byte order mark. Shares no code with what edits it.
class AnyLayout
{
public:
    explicit AnyLayout(QRandomGenerator& dice) : m_dice(dice)
    {
        m_flow = QList<int>{0, 50, 100}.at(upTo(3));
        m_comments = QList<int>{0, 20, 60}.at(upTo(3));
        m_quotes = QList<int>{0, 0, 50, 100}.at(upTo(4));
        m_step = 1 + upTo(4);
    }

    QByteArray write(const Blueprint& blueprint)
    {
        m_out.clear();
        QList<Field> sections = sectionsOf(blueprint);
        std::shuffle(sections.begin(), sections.end(), m_dice);
        if (chance(8)) {
            m_out += '{';
            inBraces(sections, 0, [this](const Field& field, int indent) { flowEntry(field, indent); });
            m_out += '}';
        } else {
            for (const Field& section : sections)
                blockEntry(section, 0);
        }
        if (chance(30))
            m_out = m_out.trimmed();
        if (chance(25))
            m_out.replace("\n", "\r\n");
        return chance(10) ? QByteArray("\xEF\xBB\xBF" + m_out) : m_out;
    }

    /// One way, without anything that need not be.
    static QByteArray plain(const Blueprint& blueprint)
    {
        QRandomGenerator never(1);
        AnyLayout layout(never);
        layout.m_flow = 100;
        layout.m_comments = 0;
        layout.m_quotes = 100;
        for (const Field& section : sectionsOf(blueprint))
            layout.plainEntry(section);
        return layout.m_out;
    }

private:
    struct Field
    {
        enum Kind { Text, Number, List, Mapping } kind = Text;
        QString key;
        QString text{};
        QStringList items{};
        QList<Field> fields{};
    };

    int upTo(int end) { return static_cast<int>(m_dice.bounded(end)); }
    bool chance(int percent) { return upTo(100) < percent; }

    static Field textField(const char* key, const QString& text)
    {
        return {Field::Text, QString::fromLatin1(key), text, {}, {}};
    }
    static Field number(const char* key, int value)
    {
        return {Field::Number, QString::fromLatin1(key), QString::number(value), {}, {}};
    }
    static Field mapping(const QString& key, const QList<Field>& fields)
    {
        return {Field::Mapping, key, {}, {}, fields};
    }
    static void list(QList<Field>& fields, const char* key, const QStringList& items, bool always = false)
    {
        if (always || !items.isEmpty())
            fields.append({Field::List, QString::fromLatin1(key), {}, items, {}});
    }
    static void named(QList<Field>& fields, const char* key, const QString& text)
    {
        if (!text.isEmpty())
            fields.append(textField(key, text));
    }

    static QList<Field> sectionsOf(const Blueprint& blueprint)
    {
        QList<Field> versions;
        for (const ImageSource& image : blueprint.images)
            versions += textField(qPrintable(image.ref.version), image.recipe);
        QList<Field> sections{
            number("snowmelt", 1), textField("name", blueprint.name),
            mapping(QStringLiteral("platform"), {textField("kind", blueprint.platform.kind)}),
            mapping(QStringLiteral("images"),
                    {mapping(QStringLiteral("os/shop"), {mapping(QStringLiteral("versions"), versions)})})};
        sections += mapping(QStringLiteral("balancers"), balancers(blueprint));
        sections += mapping(QStringLiteral("groups"), groups(blueprint));
        sections += mapping(QStringLiteral("databases"), databases(blueprint));
        sections += mapping(QStringLiteral("caches"), caches(blueprint));
        if (blueprint.prices.perNodeHour > 0)
            sections += mapping(QStringLiteral("prices"), {textField("currency", blueprint.prices.currency),
                                                           number("node-hour", int(blueprint.prices.perNodeHour))});
        return sections;
    }

    static QList<Field> balancers(const Blueprint& blueprint)
    {
        QList<Field> parts;
        for (const Balancer& part : blueprint.balancers) {
            QList<Field> fields{textField("driver", part.driver), textField("image", part.image.text()),
                                number("listen", part.listen)};
            list(fields, "serves", part.serves, true);
            named(fields, "pair", part.pair);
            list(fields, "zones", part.zones);
            parts += mapping(part.name, fields);
        }
        return parts;
    }
    static QList<Field> groups(const Blueprint& blueprint)
    {
        QList<Field> parts;
        for (const Group& part : blueprint.groups) {
            QList<Field> fields{number("size", part.size), textField("image", part.image.text()),
                                mapping(QStringLiteral("health"), {textField("path", part.health.path)})};
            list(fields, "uses", part.uses);
            list(fields, "zones", part.zones);
            fields += number("port", part.port);
            parts += mapping(part.name, fields);
        }
        return parts;
    }
    static QList<Field> databases(const Blueprint& blueprint)
    {
        QList<Field> parts;
        for (const Database& part : blueprint.databases) {
            QList<Field> fields{
                textField("engine", part.engine), textField("image", part.image.text()),
                textField("volume", part.keepVolume ? QStringLiteral("keep") : QStringLiteral("discard"))};
            named(fields, "replica-of", part.replicaOf);
            list(fields, "zones", part.zones);
            if (part.schema > 0)
                fields += number("schema", part.schema);
            parts += mapping(part.name, fields);
        }
        return parts;
    }
    static QList<Field> caches(const Blueprint& blueprint)
    {
        QList<Field> parts;
        for (const Cache& part : blueprint.caches) {
            QList<Field> fields{textField("engine", part.engine), textField("image", part.image.text())};
            if (part.port > 0)
                fields += number("port", part.port);
            list(fields, "zones", part.zones);
            parts += mapping(part.name, fields);
        }
        return parts;
    }

    QByteArray comment() { return "#c" + QByteArray::number(++m_count) + QByteArray(upTo(2) ? " 눈 {[,: 'x" : ""); }
    void endLine()
    {
        if (chance(m_comments))
            m_out += QByteArray(1 + upTo(3), ' ') + comment();
        m_out += '\n';
    }
    void noise(int indent)
    {
        if (chance(m_comments / 2))
            m_out += '\n';
        if (chance(m_comments))
            m_out += QByteArray(indent, ' ') + comment() + '\n';
    }

    /// "1.10" and the like are text here; "null" is none without quotes, and yaml-cpp takes no "?" inside of braces.
    QByteArray scalar(const QString& text, bool inBlock = false)
    {
        const QByteArray bytes = text.toUtf8();
        if (text == QStringLiteral("null") || text.contains(u'?') || chance(m_quotes))
            return chance(50) ? QByteArray('"' + bytes + '"') : QByteArray('\'' + bytes + '\'');
        if (inBlock && chance(3))
            return ">-\n" + QByteArray(m_indent + 2, ' ') + bytes;
        return bytes;
    }

    void blockEntry(const Field& field, int indent)
    {
        noise(indent);
        m_indent = indent;
        m_out += QByteArray(indent, ' ') + scalar(field.key) + ':';
        if (field.kind == Field::Text || field.kind == Field::Number) {
            m_out += QByteArray(1 + upTo(2), ' ');
            m_out +=
                field.kind == Field::Number && !chance(m_quotes / 5) ? field.text.toUtf8() : scalar(field.text, true);
            return m_out.endsWith('"') || !m_out.contains(">-") ? endLine() : void(m_out += '\n');
        }
        if (field.kind == Field::Mapping && field.fields.isEmpty()) {
            m_out += QList<const char*>{"", " ~", " {}", " null"}.at(upTo(4));
            return endLine();
        }
        if (field.items.isEmpty() && field.kind == Field::List) {
            m_out += " []";
            return endLine();
        }
        if (indent > 0 ? chance(m_flow) : chance(m_flow / 10)) {
            m_out += ' ';
            flowValue(field, indent);
            return endLine();
        }
        endLine();
        if (field.kind == Field::Mapping) {
            for (const Field& inner : field.fields)
                blockEntry(inner, indent + m_step);
            return;
        }
        const int dash = indent + (chance(50) ? 0 : m_step);
        for (const QString& item : field.items) {
            noise(dash);
            m_out += QByteArray(dash, ' ') + '-' + QByteArray(1 + upTo(2), ' ') + scalar(item);
            endLine();
        }
    }

    void flowEntry(const Field& field, int indent)
    {
        m_out += scalar(field.key) + ": ";
        flowValue(field, indent);
    }

    void flowValue(const Field& field, int indent)
    {
        if (field.kind == Field::Text || field.kind == Field::Number) {
            m_out += scalar(field.text);
            return;
        }
        const bool isList = field.kind == Field::List;
        m_out += isList ? '[' : '{';
        if (isList)
            inBraces(field.items, indent, [this](const QString& item, int) { m_out += scalar(item); });
        else
            inBraces(field.fields, indent, [this](const Field& inner, int deep) { flowEntry(inner, deep); });
        m_out += isList ? ']' : '}';
    }

    template <typename List, typename Put>
    void inBraces(const List& list, int indent, Put put)
    {
        const bool lines = chance(30);
        const bool padded = !lines && !list.isEmpty() && chance(30);
        if (padded)
            m_out += ' ';
        if (lines)
            endLine();
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (lines) {
                noise(indent + 2);
                m_out += QByteArray(indent + 2, ' ');
            }
            put(list.at(i), indent + 2);
            const bool last = i == list.size() - 1;
            if (!last || chance(10))
                m_out += chance(5) ? " ," : ",";
            if (lines && !(last && chance(30)))
                endLine();
            else if (!last)
                m_out += lines ? QByteArray(" ") : QByteArray(chance(80) ? " " : "");
        }
        if (padded)
            m_out += ' ';
        if (lines && m_out.endsWith('\n'))
            m_out += QByteArray(indent + (chance(50) ? 0 : 2), ' ');
    }

    void plainEntry(const Field& field)
    {
        m_out += field.key.toUtf8() + ": ";
        plainValue(field);
        m_out += '\n';
    }
    void plainValue(const Field& field)
    {
        QByteArrayList inside;
        const QByteArray out = m_out;
        for (const QString& item : field.items)
            inside += '"' + item.toUtf8() + '"';
        for (const Field& inner : field.fields) {
            m_out.clear();
            plainValue(inner);
            inside += '"' + inner.key.toUtf8() + "\": " + m_out;
        }
        m_out = out;
        if (field.kind == Field::Text)
            m_out += '"' + field.text.toUtf8() + '"';
        else if (field.kind == Field::Number)
            m_out += field.text.toUtf8();
        else
            m_out +=
                (field.kind == Field::List ? '[' : '{') + inside.join(", ") + (field.kind == Field::List ? ']' : '}');
    }

    QRandomGenerator& m_dice;
    QByteArray m_out;
    int m_flow = 0;
    int m_comments = 0;
    int m_quotes = 0;
    int m_step = 2;
    int m_indent = 0;
    int m_count = 0;
};

} // namespace snowmelt
