// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/image_diff_model.h"

#include "models/domain/code_names.h"
#include "models/domain/drift/drift.h"
#include "models/wording/image_wording.h"

namespace snowmelt {

namespace {

TreeRow differenceRow(const ImageDifference& difference)
{
    TreeRow row;
    const bool isLine = difference.part == ImagePart::Recipe;
    row.key = codeName(difference.change) + u' ' + QString::fromLatin1(difference.key.toHex());
    const QString thing = displayText(difference.key);
    row.texts = QStringList{isLine ? ImageDiffModel::tr("line %1").arg(thing) : thing,
                            imageChangeMark(difference.change) + u' ' + imageChangeText(difference.change),
                            imageDifferenceText(difference)};
    row.roles.insert(KindRole, int(difference.part));
    row.roles.insert(StateRole, int(difference.change));
    row.roles.insert(Qt::ToolTipRole, row.texts.join(u'\n'));
    if (!difference.package.isEmpty())
        row.roles.insert(DetailRole, difference.package);
    return row;
}

TreeRow titleRow(const QString& key, ImagePart part, const QString& title, const QList<TreeRow>& below)
{
    TreeRow row;
    row.key = key;
    row.texts = QStringList{title, {}, {}};
    row.roles.insert(KindRole, int(part));
    row.children = below;
    return row;
}

TreeRow commitRow(const RecipeCommit& commit)
{
    TreeRow row;
    row.key = commit.hash;
    row.texts = QStringList{displayText(commit.subject.toUtf8()), displayText(commit.author.toUtf8()),
                            QString(commit.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) +
                                    QStringLiteral("  ") + commit.hash.left(12))};
    row.roles.insert(Qt::ToolTipRole, QString(row.texts.join(u'\n') + u'\n' + commit.hash));
    return row;
}

void appendLines(QStringList& lines, const QModelIndex& row, int depth)
{
    QStringList cells;
    for (int column = 0; column < ImageDiffModel::ColumnCount; ++column)
        cells << row.siblingAtColumn(column).data().toString();
    while (!cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    lines << QString(depth * 2, u' ') + cells.join(u'\t');
    for (int child = 0; child < row.model()->rowCount(row); ++child)
        appendLines(lines, row.model()->index(child, 0, row), depth + 1);
}

} // namespace

ImageDiffModel::ImageDiffModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("What"), tr("Change"), tr("Was → is")});
}

void ImageDiffModel::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    fill();
}

void ImageDiffModel::setDiff(const ImageDiff& diff)
{
    m_diff = diff;
    fill();
}

bool ImageDiffModel::isWanted(const ImageDifference& difference) const
{
    if (m_filter.isEmpty())
        return true;
    const QStringList texts{displayText(difference.key), imageDifferenceText(difference), difference.package,
                            imageChangeText(difference.change)};
    return !texts.filter(m_filter, Qt::CaseInsensitive).isEmpty();
}

TreeRow ImageDiffModel::partRow(ImagePart part, const QList<ImageDifference>& differences) const
{
    QList<TreeRow> rows;
    QList<TreeRow> brought;
    for (const ImageDifference& difference : differences)
        (difference.package.isEmpty() ? rows : brought).append(differenceRow(difference));
    if (!brought.isEmpty())
        rows.append(titleRow(QStringLiteral("brought"), part, packageFilesText(int(brought.size())), brought));
    const QString title = imagePartText(part) + QStringLiteral("  ") + QString::number(differences.size());
    return titleRow(codeName(part), part, title, rows);
}

/// One row with its commits below; none when nobody asked, or the search finds nothing in them.
QList<TreeRow> ImageDiffModel::trailRows() const
{
    const QString said = sentence(m_diff.trail);
    QList<TreeRow> commits;
    for (const RecipeCommit& commit : m_diff.trail.commits) {
        const TreeRow row = commitRow(commit);
        if (m_filter.isEmpty() || !row.texts.filter(m_filter, Qt::CaseInsensitive).isEmpty())
            commits.append(row);
    }
    if (said.isEmpty() || (commits.isEmpty() && !m_filter.isEmpty()))
        return {};
    const QString heading = said.endsWith(u':') ? said.chopped(1) : said;
    TreeRow title = titleRow(QStringLiteral("trail"), ImagePart::Recipe, heading, commits);
    title.roles.insert(Qt::ToolTipRole, QString(said + u'\n' + m_diff.trail.detail).trimmed());
    return {title};
}

void ImageDiffModel::fill()
{
    QMap<ImagePart, QList<ImageDifference>> parts;
    m_shown = 0;
    for (const ImageDifference& difference : std::as_const(m_diff.differences)) {
        if (!isWanted(difference))
            continue;
        parts[difference.part].append(difference);
        ++m_shown;
    }
    QList<TreeRow> rows;
    for (const auto& [part, differences] : parts.asKeyValueRange())
        rows.append(partRow(part, differences));
    setRows(rows + trailRows());
}

QString ImageDiffModel::textOf(const QModelIndexList& rows) const
{
    QStringList lines;
    for (const QModelIndex& row : rows)
        appendLines(lines, row, 0);
    return lines.join(u'\n');
}

QString ImageDiffModel::textOfAll() const
{
    QModelIndexList roots;
    for (int row = 0; row < rowCount(); ++row)
        roots << index(row, 0);
    return textOf(roots);
}

} // namespace snowmelt
