// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/compare_tables.h"

#include <algorithm>

namespace snowmelt {

namespace {

size_t hashOf(const QMap<QString, QString>& fields)
{
    size_t hash = 0;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        hash = qHashMulti(hash, field.key(), field.value());
    return hash;
}

void addChange(QList<FieldChange>& changes, const QString& field, const QString& baseline, const QString& actual)
{
    if (baseline != actual)
        changes.append({field, baseline, actual});
}

// A thing that is its key alone still comes and goes by a field.
QList<FieldChange> comesOrGoes(const FactRow& row, bool comes)
{
    QList<FieldChange> changes;
    for (auto field = row.fields.cbegin(); field != row.fields.cend(); ++field)
        addChange(changes, field.key(), comes ? QString() : *field, comes ? *field : QString());
    if (changes.isEmpty())
        addChange(changes, QStringLiteral("exists"), comes ? QString() : u"yes"_qs, comes ? u"yes"_qs : QString());
    return changes;
}

bool otherType(const FactRow& one, const FactRow& other)
{
    const QString type = QStringLiteral("type");
    return one.fields.contains(type) && other.fields.contains(type) && one.fields[type] != other.fields[type];
}

QByteArray folderOf(const QByteArray& path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash > 0 ? path.left(slash) : path.size() > 1 && slash == 0 ? QByteArray("/") : QByteArray();
}

QList<int> sortedOnce(QList<int> nodes)
{
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

} // namespace

void NodeRuns::append(int node)
{
    if (!m_runs.isEmpty() && m_runs.last().last == node - 1)
        m_runs.last().last = node;
    else
        m_runs.append({node, node});
}

qsizetype NodeRuns::count() const
{
    qsizetype count = 0;
    for (const Run& run : m_runs)
        count += run.last - run.first + 1;
    return count;
}

QList<int> NodeRuns::list() const
{
    QList<int> nodes;
    nodes.reserve(count());
    for (const Run& run : m_runs) {
        for (int node = run.first; node <= run.last; ++node)
            nodes.append(node);
    }
    return nodes;
}

qsizetype TableThing::present() const
{
    qsizetype count = 0;
    for (const TableValue& value : values)
        count += value.nodes.count();
    return count;
}

void MergedTables::add(int node, const FactTable& table)
{
    int at = 0; // tables are sorted and nodes alike: the next thing of one is most often the next of all
    for (auto row = table.cbegin(); row != table.cend(); ++row) {
        at = indexOf(row.key(), at);
        note(at, node, row.value());
        ++at;
    }
}

std::vector<TableThing> MergedTables::takeByKey()
{
    std::ranges::sort(m_things, {}, &TableThing::key);
    m_index.clear();
    m_rarer.clear();
    return std::exchange(m_things, {});
}

int MergedTables::indexOf(const QByteArray& key, int guess)
{
    if (size_t(guess) < m_things.size() && m_things[size_t(guess)].key == key)
        return guess;
    const auto known = m_index.constFind(key);
    if (known != m_index.constEnd())
        return *known;
    const int index = int(m_things.size());
    m_things.push_back({key, {}});
    m_index.insert(key, index);
    return index;
}

void MergedTables::note(int thing, int node, const FactRow& row)
{
    valueOf(thing, row).nodes.append(node);
}

TableValue& MergedTables::valueOf(int thing, const FactRow& row)
{
    auto& values = m_things[size_t(thing)].values;
    if (!values.isEmpty() && values.first().row->fields == row.fields)
        return values.first();
    const std::pair<int, size_t> which(thing, values.isEmpty() ? 0 : hashOf(row.fields));
    for (auto at = m_rarer.constFind(which); at != m_rarer.constEnd() && at.key() == which; ++at) {
        if (values[*at].row->fields == row.fields)
            return values[*at];
    }
    if (!values.isEmpty())
        m_rarer.insert(which, int(values.size()));
    values.append({&row, {}});
    return values.last();
}

BlindSpots::BlindSpots(const QList<FactSheet>& sheets, DriftSection section) : m_section(section)
{
    for (int node = 0; node < sheets.size(); ++node) {
        for (const Unseen& unseen : sheets[node].unseen) {
            if (unseen.section == section && sheets[node].saw(section))
                m_nodes[unseen.what].append(node);
        }
    }
}

QList<int> BlindSpots::aboutIt(const QByteArray& key) const
{
    return m_nodes.isEmpty() ? QList<int>() : sortedOnce(m_nodes.value({}) + m_nodes.value(key));
}

QList<int> BlindSpots::hiding(const QByteArray& key) const
{
    if (m_nodes.isEmpty())
        return {};
    QList<int> nodes = aboutIt(key);
    const bool nested = m_section == DriftSection::Files;
    for (QByteArray folder = nested ? folderOf(key) : QByteArray(); !folder.isEmpty(); folder = folderOf(folder))
        nodes += m_nodes.value(folder);
    return sortedOnce(nodes);
}

QList<FieldChange> changesBetween(const FactRow* baseline, const FactRow* actual, bool clouded)
{
    if (!baseline || !actual)
        return baseline ? comesOrGoes(*baseline, false) : actual ? comesOrGoes(*actual, true) : QList<FieldChange>();
    // A link has no mode and a folder no content: with the type that is said.
    const bool onlyShared = clouded || otherType(*baseline, *actual);
    QMap<QString, QString> names = baseline->fields;
    names.insert(actual->fields);
    QList<FieldChange> changes;
    for (auto name = names.keyBegin(); name != names.keyEnd(); ++name) {
        if (!onlyShared || (baseline->fields.contains(*name) && actual->fields.contains(*name)))
            addChange(changes, *name, baseline->fields.value(*name), actual->fields.value(*name));
    }
    return changes;
}

QSet<DriftSection> sectionsOf(const QList<FactSheet>& sheets)
{
    QSet<DriftSection> sections;
    for (const FactSheet& sheet : sheets) {
        for (auto table = sheet.tables.keyBegin(); table != sheet.tables.keyEnd(); ++table)
            sections.insert(*table);
    }
    return sections;
}

QList<Unseen> notLookedAt(const FactSheet& sheet, const QSet<DriftSection>& sections)
{
    QList<Unseen> unseen;
    for (const DriftSection section : sections) {
        const bool said = std::ranges::any_of(
            sheet.unseen, [section](const Unseen& one) { return one.section == section && one.what.isEmpty(); });
        if (!sheet.saw(section) && !said)
            unseen.append({section, {}, QStringLiteral("notLookedAt")});
    }
    std::ranges::sort(unseen, {}, &Unseen::section);
    return unseen;
}

} // namespace snowmelt
