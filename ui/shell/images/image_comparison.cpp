// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/image_comparison.h"

#include "models/items/image_diff_model.h"
#include "models/wording/image_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/images/image_delegate.h"
#include "ui/shell/style/look.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int filterWidth = 280;
const QString comparisonColumns = QStringLiteral("imageComparisonColumns");

QString aboutText(const ImageDiff& diff)
{
    const QString sizes = sizeText(diff.from.size) + QStringLiteral(" → ") + sizeText(diff.to.size) +
                          QStringLiteral(" (") + sizeDifferenceText(diff.from.size, diff.to.size) + u')';
    return QStringList{imageDifferenceCount(int(diff.differences.size())), sizes,
                       diff.from.digest.shortHex() + QStringLiteral(" → ") + diff.to.digest.shortHex()}
        .join(QStringLiteral(" · "));
}

} // namespace

ImageComparison::ImageComparison(QWidget* parent)
    : QWidget(parent), m_model(new ImageDiffModel(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("imageComparison"));
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_pages->addWidget(makeTree());
    m_pages->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words above them do
    column->addWidget(m_pages, 1);
    setTabOrder(m_copy, m_filter);
    setTabOrder(m_filter, m_tree); // from what is looked for to what is found
}

QPushButton* ImageComparison::makeButton(const char* name, const QString& text, const QString& hint)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(hint);
    button->setAutoDefault(false);
    return button;
}

QWidget* ImageComparison::makeHead()
{
    m_head = new QWidget(this);
    m_title = makeLabel({}, TextSize::Large, QFont::DemiBold, Ink::Text, m_head);
    m_title->setObjectName(QStringLiteral("imageComparisonTitle"));
    m_about = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, m_head);
    m_about->setObjectName(QStringLiteral("imageComparisonAbout"));
    m_notice = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Amber, m_head);
    m_notice->setObjectName(QStringLiteral("imageComparisonNotice"));
    m_notice->setWordWrap(true);
    m_shown = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, m_head);
    m_shown->setObjectName(QStringLiteral("imageComparisonShown"));
    elide(m_title, Qt::ElideMiddle);
    elide(m_about);
    m_filter = new QLineEdit(m_head);
    m_filter->setObjectName(QStringLiteral("imageComparisonFilter"));
    m_filter->setPlaceholderText(tr("Find a thing or a value"));
    m_filter->setAccessibleName(tr("Find a thing or a value"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(filterWidth);
    connect(m_filter, &QLineEdit::textChanged, this, &ImageComparison::applyFilter);
    auto* other = makeButton("imageComparisonSwap", tr("&Other way round"),
                             tr("What was added is removed then, and what is newer is older."));
    m_copy = makeButton("imageComparisonCopy", tr("&Copy"), tr("All that is listed, as text."));
    connect(other, &QPushButton::clicked, this, &ImageComparison::swapAsked);
    connect(m_copy, &QPushButton::clicked, this, &ImageComparison::copyAll);
    auto* names = new QHBoxLayout;
    names->setSpacing(metric::unit);
    names->addWidget(m_title, 1);
    names->addWidget(other);
    names->addWidget(m_copy);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(metric::unit);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_shown, 1);
    QVBoxLayout* column = makeColumn(m_head, 2 * metric::unit);
    column->setSpacing(metric::unit);
    column->addLayout(names);
    column->addWidget(m_about);
    column->addWidget(m_notice);
    column->addLayout(tools);
    return m_head;
}

QWidget* ImageComparison::makeTree()
{
    m_tree = new QTreeView(m_pages);
    m_tree->setObjectName(QStringLiteral("imageComparisonTree"));
    m_tree->setAccessibleName(tr("What differs"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ImageDelegate(ImageDelegate::Rows::Differences, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setColumnWidth(ImageDiffModel::Thing, 400);
    m_tree->setColumnWidth(ImageDiffModel::Change, 112);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->restoreState(Settings::layoutOf(comparisonColumns));
    connect(m_tree->header(), &QHeaderView::sectionResized, this,
            [this] { Settings::setLayoutOf(comparisonColumns, m_tree->header()->saveState()); });
    auto* copyRows = new QAction(tr("Copy"), m_tree);
    copyRows->setObjectName(QStringLiteral("actionCopyImageDifferences"));
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyRows, &QAction::triggered, this, &ImageComparison::copy);
    m_tree->addAction(copyRows);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    return m_tree;
}

void ImageComparison::showPage(const QString& title, const QString& text, const QString& action)
{
    const QStringList says{title, text, action};
    if (!m_empty || m_emptySays != says) {
        delete m_empty;
        m_empty = new EmptyPage(title, text, action, m_pages);
        m_emptySays = says;
        // Later: what comes of it may be another page.
        connect(m_empty, &EmptyPage::asked, this, &ImageComparison::actionAsked, Qt::QueuedConnection);
        m_pages->addWidget(m_empty);
    }
    m_compared = false;
    m_pages->setCurrentWidget(m_empty);
    m_head->hide();
}

void ImageComparison::showDiff(const ImageDiff& diff)
{
    m_filter->clear();
    m_model->setDiff(diff);
    const bool same = diff.from.digest == diff.to.digest;
    const QString unknown = same ? QString() : recipeUnknownText(diff);
    if (diff.differences.isEmpty()) {
        const QString names = QString(imageText(diff.from.ref) + QStringLiteral(" → ") + imageText(diff.to.ref));
        return unknown.isEmpty() ? showPage(tr("Nothing differs"), names)
                                 : showPage(tr("Nothing differs in what is known"), unknown);
    }
    m_compared = true;
    m_title->setText(imageText(diff.from.ref) + QStringLiteral(" → ") + imageText(diff.to.ref));
    m_about->setText(aboutText(diff));
    m_notice->setText(unknown);
    m_notice->setVisible(!unknown.isEmpty());
    m_head->show();
    m_pages->setCurrentWidget(m_tree);
    follow();
}

void ImageComparison::focusFilter()
{
    if (m_compared)
        m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ImageComparison::applyFilter()
{
    m_model->setFilter(m_filter->text());
    if (m_compared)
        follow();
}

/// Titles are open; what packages brought is folded, but for a search that found something in it.
void ImageComparison::follow()
{
    const bool searching = !m_filter->text().trimmed().isEmpty();
    m_tree->expandToDepth(searching ? 1 : 0);
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    const int all = int(m_model->diff().differences.size());
    m_shown->setText(searching ? tr("%1 of %2 shown").arg(m_model->shownRows()).arg(all) : QString());
    m_copy->setEnabled(m_model->rowCount() > 0);
}

void ImageComparison::copy()
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    // What is below a row that is selected too is copied with it.
    rows.removeIf([&rows](const QModelIndex& row) {
        const QModelIndexList all = rows;
        QModelIndex above = row.parent();
        while (above.isValid() && !all.contains(above))
            above = above.parent();
        return above.isValid();
    });
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model->textOf(rows));
}

void ImageComparison::copyAll()
{
    QGuiApplication::clipboard()->setText(m_title->text() + u'\n' + m_about->text() + u'\n' + m_model->textOfAll());
}

} // namespace snowmelt
