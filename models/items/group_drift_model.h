// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/prepared_drift.h"
#include "models/items/tree_row.h"

#include <QAbstractItemModel>
#include <QHash>

#include <optional>
#include <vector>

namespace snowmelt {

/// KindRole of GroupDriftModel.
enum class GroupRow {
    Cause,
    Section,
    Rule, ///< of the blueprint; below it the rows, or parts of rows, that it hides
    Difference,
};

/// StateRole of its cells; of the first column Hidden or None.
enum class GroupCell {
    None,    ///< of a title: nothing of it on this node
    Count,   ///< of a title: how many of its rows differ on this node
    Same,    ///< as the baseline has it
    Differs, ///< otherwise
    Hidden,  ///< otherwise, and a rule hides that
    Unseen,  ///< could not be seen, so neither
};

/// Who differs: causes with their rows below, then sections with all other rows, the gravest first; when that is wanted
/// also the rules that hide something with what they hide. Columns: the thing, what the baseline
/// has, then one for each node that differs or has something compared that could not be seen. Cells are found when they
/// are asked for, so 200 nodes with 5,000 rows are made at once. DetailRole: a second line, or of a cell all that
/// differs; PartRole: the node of a cell, also of a column's header.
class GroupDriftModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int thingColumn = 0;
    static constexpr int baselineColumn = 1;
    static constexpr int firstNode = 2; ///< column

    explicit GroupDriftModel(QObject* parent = nullptr);

    void setDrift(const GroupDrift& drift);
    void setPrepared(PreparedDrift drift); ///< the same, of what was prepared elsewhere
    const GroupDrift& drift() const { return m_made.drift; }
    void showHidden(bool wanted); ///< what rules hide; not at first
    bool showsHidden() const { return m_showsHidden; }
    /// Null: a title.
    const GroupDifference* differenceAt(const QModelIndex& index) const;
    /// What was found out of a difference; null: a title.
    const PreparedDrift::Row* preparedAt(const QModelIndex& index) const;
    const IgnoreRule* ruleAt(const QModelIndex& index) const; ///< of a rule's title and what is below; null: none
    int allRows() const;                                      ///< without titles
    DriftSection sectionAt(const QModelIndex& index) const;   ///< of a difference, a cause, or the section itself
    QString nodeAt(int column) const;                         ///< empty: no node's column
    QModelIndex find(DriftSection section, const QByteArray& key) const;
    QList<DriftSection> sections() const; ///< that have differences
    /// The whole comparison, for the clipboard: what differs, and what could not be seen.
    QString text() const;
    /// Rows as text, cells apart by tabs, with a line of headers. A title brings what is below it.
    QString textOf(const QModelIndexList& rows) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Title
    {
        GroupRow kind = GroupRow::Section;
        DriftSection section = DriftSection::Files;
        QString text;
        QList<int> rows;                  ///< indexes of differences; below a rule of hidden ones
        std::vector<int> counts{};        ///< of them that differ, by column of a node
        std::optional<IgnoreRule> rule{}; ///< of a rule's title
    };
    /// The rows of a thing that rules hide on some nodes.
    struct SplitThing
    {
        int shown = -1;
        QList<int> hidden;
    };
    struct Cell
    {
        GroupCell state = GroupCell::Same;
        const NodeDifference* difference = nullptr; ///< of Differs and Hidden
        const IgnoreRule* rule = nullptr;           ///< of Hidden
    };
    using Thing = std::pair<int, QByteArray>; ///< section and key
    static Thing thingOf(const GroupDifference& row) { return {int(row.section), row.key}; }
    void build();
    void addSections();
    void addRules();
    void add(Title title);
    void findSplitThings();
    const GroupDifference& rowOf(const Title& title, qsizetype row) const;
    const PreparedDrift::Row& preparedOf(const Title& title, qsizetype row) const;
    static QList<int> gravestFirst(QList<int> indexes, const std::vector<PreparedDrift::Row>& rows);
    Cell cellOf(const GroupDifference& row, int node) const;
    QString detailOf(const GroupDifference& row, int node) const;
    QVariant titleData(const Title& title, int column, int role) const;
    QVariant thingData(const QModelIndex& index, int role) const;
    QVariant baselineData(const GroupDifference& row, int role) const;
    QVariant cellData(const GroupDifference& row, int node, int role) const;
    QString lineOf(const QModelIndex& row) const;

    PreparedDrift m_made;
    QList<int> m_nodes; ///< by column
    std::vector<Title> m_titles;
    QHash<Thing, SplitThing> m_split;
    bool m_showsHidden = false;
};

} // namespace snowmelt
