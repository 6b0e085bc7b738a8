// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_model.h"

#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/judge/severity.h"
#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Ids of indexes: titles have none, what is below the title at row n has n + 1.
constexpr quintptr ofTitle = 0;

/// What a rule hides is in brackets, as in the counts of a node.
QString lettersOf(GroupCell state, const NodeDifference* one)
{
    switch (state) {
    case GroupCell::Differs:
        return cellText(one->difference);
    case GroupCell::Hidden:
        return QString(u'(' + cellText(one->difference) + u')');
    case GroupCell::Unseen:
        return QStringLiteral("?");
    case GroupCell::Same:
    case GroupCell::None:
    case GroupCell::Count:
        break;
    }
    return QStringLiteral("·");
}

QString secondLine(GroupRow under, const GroupDifference& row, DriftSeverity severity)
{
    QStringList parts;
    if (under != GroupRow::Section)
        parts << sectionText(row.section);
    parts << severityMark(severity);
    const QString fields = fieldNames(row);
    parts << (fields.isEmpty() ? kindText(row.differs.first().difference.kind) : fields);
    if (row.noMajority)
        parts << GroupDriftText::noMajority();
    return parts.join(QStringLiteral(" · "));
}

} // namespace

GroupDriftModel::GroupDriftModel(QObject* parent) : QAbstractItemModel(parent) {}

void GroupDriftModel::setDrift(const GroupDrift& drift)
{
    setPrepared(prepared(drift));
}

void GroupDriftModel::setPrepared(PreparedDrift drift)
{
    beginResetModel();
    m_made = std::move(drift);
    build();
    endResetModel();
}

void GroupDriftModel::showHidden(bool wanted)
{
    if (m_showsHidden == wanted)
        return;
    beginResetModel();
    m_showsHidden = wanted;
    build();
    endResetModel();
}

void GroupDriftModel::build()
{
    const GroupDrift& drift = m_made.drift; // read only: it is shared with the document
    m_nodes = tellingNodes(drift, m_showsHidden);
    m_titles.clear();
    findSplitThings();
    for (const SharedCause& cause : drift.causes)
        add({GroupRow::Cause, cause.section, causeText(cause, drift), gravestFirst(cause.rows, m_made.rows)});
    addSections();
    if (m_showsHidden)
        addRules();
}

QList<int> GroupDriftModel::gravestFirst(QList<int> indexes, const std::vector<PreparedDrift::Row>& rows)
{
    std::ranges::stable_sort(indexes, {}, [&rows](int index) { return rows[size_t(index)].severity; });
    return indexes;
}

/// What is of no cause.
void GroupDriftModel::addSections()
{
    const GroupDrift& drift = m_made.drift;
    std::vector<bool> grouped(size_t(drift.differences.size()), false);
    for (const SharedCause& cause : drift.causes) {
        for (const int row : cause.rows)
            grouped[size_t(row)] = true;
    }
    QMap<DriftSection, QList<int>> rest;
    for (int row = 0; row < drift.differences.size(); ++row) {
        if (!grouped[size_t(row)])
            rest[drift.differences[row].section] << row;
    }
    for (auto section = rest.cbegin(); section != rest.cend(); ++section)
        add({GroupRow::Section, section.key(), sectionText(section.key()), gravestFirst(*section, m_made.rows)});
}

void GroupDriftModel::addRules()
{
    const GroupDrift& drift = m_made.drift;
    for (const RuleCount& counted : hiddenByRule(drift)) {
        Title title{GroupRow::Rule, counted.rule.section, GroupDriftText::hiddenBy(counted.rule), {}};
        title.rule = counted.rule;
        for (int row = 0; row < drift.hidden.size(); ++row) {
            if (drift.hidden[row].rule == counted.rule)
                title.rows << row;
        }
        add(std::move(title));
    }
}

void GroupDriftModel::findSplitThings()
{
    m_split.clear();
    const GroupDrift& drift = m_made.drift;
    for (int row = 0; row < drift.hidden.size(); ++row)
        m_split[thingOf(drift.hidden[row].difference)].hidden << row;
    for (int row = 0; row < drift.differences.size() && !m_split.isEmpty(); ++row) {
        const auto split = m_split.find(thingOf(drift.differences[row]));
        if (split != m_split.end())
            split->shown = row;
    }
}

const GroupDifference& GroupDriftModel::rowOf(const Title& title, qsizetype row) const
{
    const int index = title.rows.at(row);
    return title.rule ? m_made.drift.hidden.at(index).difference : m_made.drift.differences.at(index);
}

const PreparedDrift::Row& GroupDriftModel::preparedOf(const Title& title, qsizetype row) const
{
    const size_t index = size_t(title.rows.at(row));
    return title.rule ? m_made.hidden[index] : m_made.rows[index];
}

const PreparedDrift::Row* GroupDriftModel::preparedAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == ofTitle)
        return nullptr;
    return &preparedOf(m_titles[index.internalId() - 1], index.row());
}

GroupDriftModel::Cell GroupDriftModel::cellOf(const GroupDifference& row, int node) const
{
    const auto split = m_split.constFind(thingOf(row));
    const GroupDifference* shown = split == m_split.constEnd() ? &row
                                   : split->shown >= 0         ? &m_made.drift.differences.at(split->shown)
                                                               : nullptr;
    if (const NodeDifference* one = shown ? differenceOf(*shown, node) : nullptr)
        return {GroupCell::Differs, one, nullptr};
    for (const int index : split == m_split.constEnd() ? QList<int>() : split->hidden) {
        const HiddenGroupDifference& hidden = m_made.drift.hidden.at(index);
        if (const NodeDifference* one = differenceOf(hidden.difference, node))
            return {GroupCell::Hidden, one, &hidden.rule};
    }
    return {isUnseen(row, node) ? GroupCell::Unseen : GroupCell::Same, nullptr, nullptr};
}

QString GroupDriftModel::detailOf(const GroupDifference& row, int node) const
{
    const Cell cell = cellOf(row, node);
    if (cell.state == GroupCell::Unseen)
        return GroupDriftText::unseen(unseenWhy(m_made.drift.nodes.value(node), row));
    if (!cell.difference)
        return GroupDriftText::same();
    const QString changes = fieldChanges(cell.difference->difference);
    return cell.rule ? QString(changes + u'\n' + GroupDriftText::hiddenBy(*cell.rule)) : changes;
}

void GroupDriftModel::add(Title title)
{
    std::vector<int> byNode(size_t(m_made.drift.nodes.size()), 0);
    for (qsizetype row = 0; row < title.rows.size(); ++row) {
        for (const NodeDifference& one : rowOf(title, row).differs)
            byNode[size_t(one.node)] += 1;
    }
    for (const int node : std::as_const(m_nodes))
        title.counts.push_back(byNode[size_t(node)]);
    m_titles.push_back(std::move(title));
}

const GroupDifference* GroupDriftModel::differenceAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == ofTitle)
        return nullptr;
    return &rowOf(m_titles[index.internalId() - 1], index.row());
}

const IgnoreRule* GroupDriftModel::ruleAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const bool isTitle = index.internalId() == ofTitle;
    const Title& title = m_titles[isTitle ? size_t(index.row()) : index.internalId() - 1];
    return title.rule ? &*title.rule : nullptr;
}

int GroupDriftModel::allRows() const
{
    qsizetype count = 0;
    for (const Title& title : m_titles)
        count += title.rows.size();
    return int(count);
}

DriftSection GroupDriftModel::sectionAt(const QModelIndex& index) const
{
    const GroupDifference* row = differenceAt(index);
    return row ? row->section : m_titles[size_t(index.row())].section;
}

QString GroupDriftModel::nodeAt(int column) const
{
    const int at = column - firstNode;
    return at >= 0 && at < m_nodes.size() ? m_made.drift.nodes[m_nodes[at]].name : QString();
}

QModelIndex GroupDriftModel::find(DriftSection section, const QByteArray& key) const
{
    for (int title = 0; title < rowCount(); ++title) {
        const QList<int>& rows = m_titles[size_t(title)].rows;
        for (int row = 0; row < rows.size(); ++row) {
            const GroupDifference& one = rowOf(m_titles[size_t(title)], row);
            if (one.section == section && one.key == key)
                return index(row, thingColumn, index(title, thingColumn));
        }
    }
    return {};
}

QList<DriftSection> GroupDriftModel::sections() const
{
    QMap<DriftSection, bool> found;
    for (const Title& title : m_titles)
        found.insert(title.section, true);
    return found.keys();
}

QModelIndex GroupDriftModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : ofTitle);
}

QModelIndex GroupDriftModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == ofTitle)
        return {};
    return createIndex(int(child.internalId() - 1), 0, ofTitle);
}

int GroupDriftModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_titles.size());
    const bool isTitle = parent.internalId() == ofTitle && parent.column() == 0;
    return isTitle ? int(m_titles[size_t(parent.row())].rows.size()) : 0;
}

int GroupDriftModel::columnCount(const QModelIndex&) const
{
    return firstNode + int(m_nodes.size());
}

QVariant GroupDriftModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupDifference* row = differenceAt(index);
    if (role == KindRole)
        return int(row ? GroupRow::Difference : m_titles[size_t(index.row())].kind);
    if (role == PartRole)
        return nodeAt(index.column());
    if (!row)
        return titleData(m_titles[size_t(index.row())], index.column(), role);
    if (index.column() == thingColumn)
        return thingData(index, role);
    if (index.column() == baselineColumn)
        return baselineData(*row, role);
    return cellData(*row, m_nodes[index.column() - firstNode], role);
}

QVariant GroupDriftModel::titleData(const Title& title, int column, int role) const
{
    if (role == StateRole && column == thingColumn)
        return int(title.rule ? GroupCell::Hidden : GroupCell::None);
    const int count = column < firstNode ? 0 : title.counts[size_t(column - firstNode)];
    const QString all = differenceCount(int(title.rows.size()));
    const QString detail = title.kind == GroupRow::Cause  ? QString(sectionText(title.section) + u" · " + all)
                           : title.kind == GroupRow::Rule ? QString(all + u" · " + ignoreReasonText(*title.rule))
                                                          : all;
    if (role == StateRole && column >= firstNode)
        return int(count > 0 ? GroupCell::Count : GroupCell::None);
    if (role == Qt::DisplayRole && column >= firstNode)
        return count > 0 ? QString::number(count) : QString();
    if (role == Qt::AccessibleTextRole && column >= firstNode)
        return QString(nodeAt(column) + u": " + differenceCount(count));
    if (column != thingColumn)
        return {};
    if (role == Qt::DisplayRole)
        return title.text;
    if (role == DetailRole)
        return detail;
    const bool whole = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return whole ? QVariant(QString(title.text + u", " + detail)) : QVariant();
}

QVariant GroupDriftModel::thingData(const QModelIndex& index, int role) const
{
    const Title& title = m_titles[index.internalId() - 1];
    const GroupDifference& row = rowOf(title, index.row());
    const DriftSeverity severity = preparedOf(title, index.row()).severity;
    const QString thing = displayText(row.key);
    switch (role) {
    case Qt::DisplayRole:
        return thing;
    case DetailRole:
        return secondLine(title.kind, row, severity);
    case StateRole:
        return int(title.rule ? GroupCell::Hidden : GroupCell::None);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(sectionText(row.section) + u": " + thing + u", " + secondLine(GroupRow::Section, row, severity));
    default:
        return {};
    }
}

QVariant GroupDriftModel::baselineData(const GroupDifference& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return baselineCell(row);
    case Qt::ToolTipRole:
        return GroupDriftText::asBaseline(row.asBaseline);
    case Qt::AccessibleTextRole:
        return QString(GroupDriftText::baselineHeader(m_made.drift) + u": " + baselineCell(row));
    default:
        return {};
    }
}

QVariant GroupDriftModel::cellData(const GroupDifference& row, int node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return lettersOf(cellOf(row, node).state, cellOf(row, node).difference);
    case StateRole:
        return int(cellOf(row, node).state);
    case DetailRole:
        return detailOf(row, node);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(m_made.drift.nodes[node].name + u": " + detailOf(row, node));
    default:
        return {};
    }
}

QVariant GroupDriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == PartRole)
        return nodeAt(section);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == thingColumn)
        return tr("What differs");
    return section == baselineColumn ? GroupDriftText::baselineHeader(m_made.drift) : nodeAt(section);
}

} // namespace snowmelt
