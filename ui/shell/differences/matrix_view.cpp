// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/matrix_view.h"

#include "models/items/group_drift_model.h"
#include "ui/shell/differences/matrix_delegate.h"
#include "ui/shell/differences/node_header.h"
#include "ui/shell/style/look.h"

#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int thingWidth = 296;
constexpr int thingsWidth = 432;

/// One half of the matrix: what is current in the other half does not move it sideways.
class MatrixHalf final : public QTreeView
{
public:
    using QTreeView::QTreeView;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override
    {
        const int sideways = horizontalScrollBar()->value();
        QTreeView::scrollTo(index, hint);
        if (isColumnHidden(index.column()))
            horizontalScrollBar()->setValue(sideways);
    }
};

void tie(QScrollBar* one, QScrollBar* other)
{
    QObject::connect(one, &QScrollBar::valueChanged, other, &QScrollBar::setValue);
    QObject::connect(other, &QScrollBar::valueChanged, one, &QScrollBar::setValue);
}

} // namespace

MatrixView::MatrixView(QAbstractItemModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_halves(new QSplitter(Qt::Horizontal, this))
{
    QVBoxLayout* column = makeColumn(this, 0);
    column->addWidget(m_halves);
    makeThings();
    makeNodes();
    m_halves->setChildrenCollapsible(false);
    m_halves->setStretchFactor(1, 1);
    m_halves->setSizes({thingsWidth, 3 * thingsWidth});
    join();
    follow();
}

QTreeView* MatrixView::makeTree(const char* name, const QString& spoken)
{
    auto* tree = new MatrixHalf(this);
    tree->setObjectName(QString::fromLatin1(name));
    tree->setAccessibleName(spoken);
    tree->setModel(m_model);
    tree->setItemDelegate(new MatrixDelegate(tree));
    tree->setUniformRowHeights(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return tree;
}

void MatrixView::makeThings()
{
    auto* half = new QWidget(m_halves);
    m_things = makeTree("differencesThings", tr("What differs"));
    m_things->setIndentation(2 * metric::unit);
    m_things->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_things->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_things->header()->setStretchLastSection(true);
    m_things->header()->resizeSection(GroupDriftModel::thingColumn, thingWidth);
    m_belowThings = new QWidget(half);
    m_belowThings->setFixedHeight(0);
    QVBoxLayout* column = makeColumn(half, 0);
    column->setSpacing(0);
    column->addWidget(m_things, 1);
    column->addWidget(m_belowThings);
    m_halves->addWidget(half);
}

void MatrixView::makeNodes()
{
    m_nodes = makeTree("differencesNodes", tr("What each node has"));
    m_nodes->setRootIsDecorated(false);
    m_nodes->setIndentation(0);
    m_header = new NodeHeader(m_nodes);
    m_nodes->setHeader(m_header);
    m_halves->addWidget(m_nodes);
}

/// Whatever is done to one half is done to the other.
void MatrixView::join()
{
    QItemSelectionModel* own = m_nodes->selectionModel();
    m_nodes->setSelectionModel(m_things->selectionModel());
    m_header->setSelectionModel(m_things->selectionModel());
    own->deleteLater();
    tie(m_things->verticalScrollBar(), m_nodes->verticalScrollBar());
    connect(m_things, &QTreeView::expanded, m_nodes, &QTreeView::expand);
    connect(m_things, &QTreeView::collapsed, m_nodes, &QTreeView::collapse);
    connect(m_nodes, &QTreeView::expanded, m_things, &QTreeView::expand);
    connect(m_nodes, &QTreeView::collapsed, m_things, &QTreeView::collapse);
    m_nodes->viewport()->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixView::follow);
    connect(m_model, &QAbstractItemModel::columnsInserted, this, &MatrixView::follow);
    connect(m_model, &QAbstractItemModel::columnsRemoved, this, &MatrixView::follow);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& under) {
        if (!under.isValid())
            spanTitles();
    });
    connect(m_things->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        m_header->setMarked(index.column() < GroupDriftModel::firstNode ? -1 : index.column());
        Q_EMIT currentChanged(index);
    });
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int column) {
        const QModelIndex at = current().isValid() ? current() : m_model->index(0, 0);
        setCurrent(at.siblingAtColumn(column));
    });
    connect(m_halves, &QSplitter::splitterMoved, this, &MatrixView::columnsMoved);
    connect(m_halves, &QSplitter::splitterMoved, this, &MatrixView::share);
    connect(m_things->header(), &QHeaderView::sectionResized, this, [this](int section) {
        if (section == GroupDriftModel::thingColumn && isVisible()) // the other one fills what is left
            Q_EMIT columnsMoved();
    });
    for (QTreeView* tree : {m_things, m_nodes})
        tree->installEventFilter(this);
    setFocusProxy(m_things);
}

void MatrixView::follow()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_things->setColumnHidden(column, column >= GroupDriftModel::firstNode);
        m_nodes->setColumnHidden(column, column < GroupDriftModel::firstNode);
    }
    spanTitles();
    share();
}

void MatrixView::spanTitles()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_things->setFirstColumnSpanned(row, {}, true);
}

void MatrixView::share()
{
    m_header->share(m_nodes->viewport()->width(), GroupDriftModel::firstNode);
    for (QTreeView* tree : {m_things, m_nodes}) {
        if (tree->header()->maximumHeight() == m_header->wantedHeight())
            continue;
        tree->header()->setFixedHeight(m_header->wantedHeight());
        Q_EMIT tree->header()->geometriesChanged(); // what is below it begins lower
    }
}

void MatrixView::showAll()
{
    m_things->expandAll();
    m_nodes->expandAll();
}

QModelIndex MatrixView::current() const
{
    return m_things->currentIndex();
}

void MatrixView::setCurrent(const QModelIndex& index)
{
    if (!index.isValid())
        return m_things->selectionModel()->clear();
    QTreeView* half = index.column() < GroupDriftModel::firstNode ? m_things : m_nodes;
    const bool here = m_things->hasFocus() || m_nodes->hasFocus();
    m_things->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    half->scrollTo(index);
    if (here)
        half->setFocus();
}

QModelIndexList MatrixView::selectedRows() const
{
    QModelIndexList rows = m_things->selectionModel()->selectedRows();
    const auto place = [](const QModelIndex& index) {
        const bool title = !index.parent().isValid();
        return std::pair(title ? index.row() : index.parent().row(), title ? -1 : index.row());
    };
    std::sort(rows.begin(), rows.end(),
              [&](const QModelIndex& a, const QModelIndex& b) { return place(a) < place(b); });
    return rows;
}

QByteArray MatrixView::saveColumns() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_halves->saveState() << m_things->header()->sectionSize(GroupDriftModel::thingColumn);
    return state;
}

void MatrixView::restoreColumns(const QByteArray& state)
{
    QByteArray halves;
    int thing = 0;
    QDataStream in(state);
    in >> halves >> thing;
    if (in.status() != QDataStream::Ok || thing <= 0)
        return;
    m_halves->restoreState(halves);
    m_things->header()->resizeSection(GroupDriftModel::thingColumn, thing);
}

/// Left and right go from column to column, whatever half it is in; at the first column they close and open a title.
bool MatrixView::stepWithin(const QModelIndex& at, int columns)
{
    const bool atThing = at.column() == GroupDriftModel::thingColumn;
    const bool isTitle = m_model->hasChildren(at.siblingAtColumn(0));
    if (!atThing)
        return false;
    if (columns < 0 && !isTitle)
        setCurrent(at.parent());
    else if (columns < 0)
        m_things->collapse(at);
    else if (isTitle && !m_things->isExpanded(at))
        m_things->expand(at);
    else
        return false;
    return true;
}

bool MatrixView::step(int columns)
{
    const QModelIndex at = current();
    if (!at.isValid() || stepWithin(at, columns))
        return at.isValid();
    const int next = std::clamp(at.column() + columns, 0, m_model->columnCount() - 1);
    setCurrent(at.siblingAtColumn(next));
    return true;
}

bool MatrixView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_nodes->viewport()) {
        if (event->type() == QEvent::Resize)
            m_belowThings->setFixedHeight(
                std::max(0, m_nodes->height() - m_nodes->viewport()->geometry().bottom() - 1));
        return false;
    }
    if (event->type() == QEvent::Resize && watched == m_nodes)
        share();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)
        return step(key->key() == Qt::Key_Left ? -1 : 1);
    return false;
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    share();
}

} // namespace snowmelt
