// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/arrangement.h"

#include "models/domain/blueprint/mapping_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

const QString schema = QStringLiteral("snowmelt.layout/1");
const QString numbersExample = QStringLiteral("1-3 0*2 7");
constexpr qsizetype largestSidecar = 4 * 1024 * 1024;
constexpr qsizetype mostCells = 1'000'000;
constexpr int mostColumns = 100'000;
/// What layout takes: from the origin, and of a room. Nobody places anything farther away.
constexpr int farthestPlace = 1'000'000;
constexpr int smallestRoom = 1;

bool isPlace(const QPointF& point)
{
    return std::abs(point.x()) <= farthestPlace && std::abs(point.y()) <= farthestPlace; // false for NaN
}

bool isRoom(const QRectF& seat)
{
    const auto fits = [](double length) { return length >= smallestRoom && length <= farthestPlace; };
    return isPlace(seat.topLeft()) && fits(seat.width()) && fits(seat.height());
}

QByteArray quoted(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray listed(std::initializer_list<double> values)
{
    QByteArray text = "[";
    for (double value : values) {
        if (text.size() > 1)
            text += ", ";
        text += QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
    }
    return text + ']';
}

/// "1-3 0*2 7": numbers that follow each other as one, free cells counted.
QByteArray runsOf(const QList<int>& numbers)
{
    QByteArray text;
    for (qsizetype first = 0; first < numbers.size();) {
        qsizetype last = first + 1;
        const int step = numbers[first] == 0 ? 0 : 1;
        while (last < numbers.size() && numbers[last] == numbers[last - 1] + step)
            ++last;
        if (!text.isEmpty())
            text += ' ';
        text += QByteArray::number(numbers[first]);
        if (last - first > 1)
            text += step == 0 ? '*' + QByteArray::number(last - first) : '-' + QByteArray::number(numbers[last - 1]);
        first = last;
    }
    return text;
}

/// One entry in a line: a change of one is a change of one line.
QByteArray section(const char* name, const QByteArrayList& entries)
{
    const QByteArray lines = entries.isEmpty() ? QByteArray() : "\n    " + entries.join(",\n    ") + "\n  ";
    return QByteArray("  \"") + name + "\": {" + lines + '}';
}

QByteArray fieldText(const NodeField& field)
{
    return QByteArray("{\"nodes\": ") + (field.cells ? "\"cells\"" : "\"cards\"") +
           ", \"columns\": " + QByteArray::number(field.columns) + ", \"numbers\": \"" + runsOf(field.numbers) + "\"}";
}

class ArrangementReader
{
public:
    explicit ArrangementReader(const YamlNode& root)
        : m_top(root, QStringLiteral("layout"),
                {QStringLiteral("schema"), QStringLiteral("placed"), QStringLiteral("seats"), QStringLiteral("fields"),
                 QStringLiteral("collapsed")},
                m_problems)
    {
    }

    Parsed<Arrangement> read()
    {
        m_top.choice(QStringLiteral("schema"), {schema});
        m_top.eachEntry(QStringLiteral("placed"), [this](auto& key, auto& value) {
            const QList<double> at = numbers(key.text, value, 2);
            if (!at.isEmpty() && inRange(key.text, value.items, -farthestPlace))
                m_value.placed.insert(key.text, {at[0], at[1]});
        });
        m_top.eachEntry(QStringLiteral("seats"), [this](auto& key, auto& value) {
            const QList<double> rect = numbers(key.text, value, 4);
            if (!rect.isEmpty() && inRange(key.text, value.items.mid(0, 2), -farthestPlace) &&
                inRange(key.text, value.items.mid(2), smallestRoom))
                m_value.seats.insert(key.text, {rect[0], rect[1], rect[2], rect[3]});
        });
        m_top.eachEntry(QStringLiteral("fields"), [this](auto& key, auto& value) { readField(key.text, value); });
        for (const QString& group : m_top.texts(QStringLiteral("collapsed")))
            m_value.collapsed.insert(group);
        if (!m_problems.isEmpty())
            return {{}, m_problems};
        return {m_value, {}};
    }

private:
    void problem(ProblemCode code, const YamlNode& where, const QStringList& args)
    {
        m_problems.append({code, where.line, where.column, args});
    }

    /// Empty: there were not as many, which has been said.
    QList<double> numbers(const QString& key, const YamlNode& list, qsizetype count)
    {
        QList<double> values;
        for (const YamlNode& item : list.items) {
            bool isNumber = false;
            const double value = item.text.toDouble(&isNumber);
            if (item.kind != YamlNode::Kind::Scalar || !isNumber || !std::isfinite(value)) {
                problem(ProblemCode::WrongType, item, {key, QStringLiteral("a number")});
                return {};
            }
            values << value;
        }
        if (list.kind == YamlNode::Kind::Sequence && values.size() == count)
            return values;
        problem(ProblemCode::BadValue, list, {key, QString::number(values.size()), QString::number(count)});
        return {};
    }

    /// A place that layout would pass over in silence is damage too.
    bool inRange(const QString& key, const QList<YamlNode>& items, int lowest)
    {
        for (const YamlNode& item : items) {
            const double value = item.text.toDouble();
            if (value >= lowest && value <= farthestPlace)
                continue;
            problem(ProblemCode::OutOfRange, item,
                    {key, item.text, QString::number(lowest), QString::number(farthestPlace)});
            return false;
        }
        return true;
    }

    void readField(const QString& key, const YamlNode& value)
    {
        const QString nodes = QStringLiteral("nodes");
        const QString cells = QStringLiteral("cells");
        MappingReader reader(value, key, {nodes, QStringLiteral("columns"), QStringLiteral("numbers")}, m_problems);
        NodeField field;
        field.cells = reader.choice(nodes, {QStringLiteral("cards"), cells}) == cells;
        field.columns = reader.number(QStringLiteral("columns"), 1, mostColumns);
        const QString runs = reader.text(QStringLiteral("numbers"));
        if (!readRuns(runs, field.numbers))
            problem(ProblemCode::BadValue, *reader.find(QStringLiteral("numbers")),
                    {QStringLiteral("numbers"), runs.left(80), numbersExample});
        m_value.fields.insert(key, field);
    }

    bool readRuns(const QString& text, QList<int>& to)
    {
        const QStringList runs = text.split(u' ', Qt::SkipEmptyParts);
        return std::all_of(runs.begin(), runs.end(), [&](const QString& run) { return readRun(run, to); });
    }

    /// "7", "1-3", "0*2".
    bool readRun(const QString& run, QList<int>& to)
    {
        const qsizetype at = run.indexOf(run.contains(u'*') ? u'*' : u'-');
        bool isFirst = false;
        bool isSecond = true;
        const int first = run.left(at < 0 ? run.size() : at).toInt(&isFirst);
        const int second = at < 0 ? first : run.mid(at + 1).toInt(&isSecond);
        if (!isFirst || !isSecond || first < 0)
            return false;
        const bool repeats = at >= 0 && run[at] == u'*';
        if (repeats ? first != 0 || second < 1 : second < first)
            return false;
        const qsizetype count = repeats ? second : qsizetype(second) - first + 1;
        if (count > mostCells - m_cells)
            return false;
        m_cells += count;
        for (qsizetype i = 0; i < count; ++i)
            to << (repeats ? 0 : first + int(i));
        return true;
    }

    QList<Problem> m_problems;
    MappingReader m_top;
    Arrangement m_value;
    qsizetype m_cells = 0;
};

} // namespace

QByteArray arrangementToJson(const Arrangement& arrangement)
{
    QByteArrayList placed, seats, fields, collapsed;
    for (auto it = arrangement.placed.cbegin(); it != arrangement.placed.cend(); ++it)
        if (isPlace(*it))
            placed << quoted(it.key()) + ": " + listed({it->x(), it->y()});
    for (auto it = arrangement.seats.cbegin(); it != arrangement.seats.cend(); ++it)
        if (isRoom(*it))
            seats << quoted(it.key()) + ": " + listed({it->x(), it->y(), it->width(), it->height()});
    for (auto it = arrangement.fields.cbegin(); it != arrangement.fields.cend(); ++it)
        fields << quoted(it.key()) + ": " + fieldText(*it);
    QStringList names(arrangement.collapsed.begin(), arrangement.collapsed.end());
    std::sort(names.begin(), names.end());
    for (const QString& name : std::as_const(names))
        collapsed << quoted(name);
    return "{\n  \"schema\": " + quoted(schema) + ",\n" + section("placed", placed) + ",\n" + section("seats", seats) +
           ",\n" + section("fields", fields) + ",\n  \"collapsed\": [" + collapsed.join(", ") + "]\n}\n";
}

// JSON is YAML: the blueprint's reader finds the place of every fault.
Parsed<Arrangement> arrangementFromJson(const QByteArray& text)
{
    const Parsed<YamlNode> yaml = readYaml(text, {largestSidecar, 8});
    if (!yaml.ok())
        return {{}, yaml.problems};
    return ArrangementReader(yaml.value).read();
}

} // namespace snowmelt
