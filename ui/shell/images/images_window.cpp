// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/images/images_window.h"

#include "models/items/item_text.h"
#include "models/items/lineage_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/images/image_comparison.h"
#include "ui/shell/images/image_delegate.h"
#include "ui/shell/style/look.h"

#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

const QString splitLayout = QStringLiteral("imagesSplit");
const QString lineageColumns = QStringLiteral("imagesColumns");

bool isBuilt(const ImageRecord& image)
{
    return !image.digest.isNull();
}

} // namespace

ImagesWindow::ImagesWindow(Session* session, QWidget* parent)
    : RecordWindow(tr("Images of %1").arg(session->document()->blueprint().name), {1180, 800}, parent),
      m_session(session), m_model(new LineageModel(session->document(), this)),
      m_both(new QSplitter(Qt::Vertical, this)), m_comparison(new ImageComparison(m_both))
{
    setObjectName(QStringLiteral("imagesWindow"));
    restoreGeometry(Settings::layoutOf(objectName()));
    m_both->insertWidget(0, makeLineage());
    m_both->setChildrenCollapsible(false);
    m_both->setStretchFactor(1, 1);
    m_both->setSizes({280, 480});
    m_both->restoreState(Settings::layoutOf(splitLayout));
    connect(m_both, &QSplitter::splitterMoved, this,
            [this] { Settings::setLayoutOf(splitLayout, m_both->saveState()); });
    body()->addWidget(m_both, 1);
    makeButtons();
    connect(m_comparison, &ImageComparison::swapAsked, this, &ImagesWindow::turnRound);
    connect(m_comparison, &ImageComparison::actionAsked, this, &ImagesWindow::takeAction);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_comparison, &ImageComparison::focusFilter);
    const FleetDocument* document = session->document();
    connect(document, &FleetDocument::imagesChanged, this, &ImagesWindow::followImages);
    connect(document, &FleetDocument::imagesCompared, this, &ImagesWindow::take);
    connect(document, &FleetDocument::operationFinished, this, &ImagesWindow::settle);
    connect(session, &Session::underWayChanged, this, &ImagesWindow::followChoice);
    followImages();
    m_tree->setFocus();
}

ImagesWindow::~ImagesWindow()
{
    Settings::setLayoutOf(objectName(), saveGeometry());
    if (m_session)
        forget();
}

QWidget* ImagesWindow::makeLineage()
{
    m_pages = new QStackedWidget(m_both);
    m_tree = new QTreeView(m_pages);
    m_tree->setObjectName(QStringLiteral("lineageTree"));
    m_tree->setAccessibleName(tr("Images, each below the one it is born from"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ImageDelegate(ImageDelegate::Rows::Lineage, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setExpandsOnDoubleClick(false);
    const QList<int> widths{272, 96, 80, 80, 80, 104, 112, 192};
    for (int column = 0; column < widths.size(); ++column)
        m_tree->setColumnWidth(column, widths[column]);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->restoreState(Settings::layoutOf(lineageColumns));
    connect(m_tree->header(), &QHeaderView::sectionResized, this,
            [this] { Settings::setLayoutOf(lineageColumns, m_tree->header()->saveState()); });
    m_tree->expandAll();
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, &QTreeView::expandAll);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImagesWindow::followChoice);
    auto* none = new EmptyPage(tr("The blueprint names no image"),
                               tr("An image and its recipe are named under “images” of the blueprint."), {}, m_pages);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(none);
    m_pages->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words below them do
    return m_pages;
}

void ImagesWindow::makeButtons()
{
    QPushButton* store = addButton("imagesStore", tr("&Store…"));
    store->setToolTip(tr("Every build that is kept: which are needed, and whether they are whole."));
    connect(store, &QPushButton::clicked, this, &ImagesWindow::storeAsked);
    m_build = addButton("imagesBuild", tr("&Build…"));
    connect(m_build, &QPushButton::clicked, this, [this] {
        const QList<ImageRecord> images = chosen();
        Q_EMIT buildAsked(images.size() == 1 ? images.first().ref : ImageRef());
    });
}

QList<ImageRecord> ImagesWindow::chosen() const
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::ranges::sort(rows, [this](const QModelIndex& one, const QModelIndex& other) {
        return m_tree->visualRect(one).top() < m_tree->visualRect(other).top();
    });
    QList<ImageRecord> images;
    for (const QModelIndex& row : rows)
        if (const ImageRecord image = m_model->imageAt(row); !image.ref.isNull())
            images.append(image);
    return images;
}

void ImagesWindow::followImages()
{
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    followChoice();
}

void ImagesWindow::followChoice()
{
    const QString blocked = whyNot(WindowAct::Build, situationOf(*m_session->document()));
    const bool none = m_model->rowCount() == 0;
    m_build->setEnabled(blocked.isEmpty() && !none);
    m_build->setToolTip(blocked.isEmpty() && none ? tr("The blueprint names no image") : blocked);
    const QList<ImageRecord> images = chosen();
    if (images.size() != 2 || !std::ranges::all_of(images, isBuilt))
        return showWhatIsMissing(images);
    if (m_compared.size() == 2 && std::ranges::is_permutation(m_compared, images))
        return;
    m_compared = images;
    compare();
}

/// Two built images are compared; of everything else it is said what is missing for that.
void ImagesWindow::showWhatIsMissing(const QList<ImageRecord>& images)
{
    forget();
    m_wanted = {};
    const QString both = tr("Select two images above: hold Ctrl and click, or Shift and an arrow key.");
    const auto missing = std::ranges::find_if_not(images, isBuilt);
    if (images.size() > 2)
        return m_comparison->showPage(tr("Two images can be compared at a time"), both);
    if (missing == images.end())
        return m_comparison->showPage(tr("Compare two images"), both);
    m_wanted = missing->ref;
    m_comparison->showPage(tr("%1 is not built yet").arg(imageText(missing->ref)),
                           tr("What is in it is known once it was built."), tr("&Build it…"));
}

void ImagesWindow::compare()
{
    const ImageRecord from = m_compared.value(0);
    const ImageRecord to = m_compared.value(1);
    if (!m_running.isEmpty())
        m_session->cancel(m_running);
    m_comparison->showPage(tr("Comparing %1 with %2…").arg(imageText(from.ref), imageText(to.ref)), {});
    say({});
    // By digest: a version may be built again meanwhile.
    m_running = m_session->start(ImageDiffIntent{from.digest.text(), to.digest.text()});
}

void ImagesWindow::turnRound()
{
    if (m_compared.size() != 2)
        return;
    m_compared.swapItemsAt(0, 1);
    compare();
}

/// The page's button: builds what is missing, or tries again.
void ImagesWindow::takeAction()
{
    if (!m_wanted.isNull())
        Q_EMIT buildAsked(m_wanted);
    else if (m_compared.size() == 2)
        compare();
}

void ImagesWindow::take(const OperationId& id, const ImageDiff& diff)
{
    if (id == m_running)
        m_comparison->showDiff(diff);
}

void ImagesWindow::settle(const OperationId& id, const Finished& finished)
{
    if (id != m_running)
        return;
    m_running.clear();
    if (!finished.error)
        return;
    const Sentence said = sentence(*finished.error);
    m_comparison->showPage(tr("They could not be compared"), sentences({said.what, said.next}), tr("&Try again"));
}

void ImagesWindow::forget()
{
    if (!m_running.isEmpty())
        m_session->cancel(m_running);
    m_running.clear();
    m_compared.clear();
}

} // namespace snowmelt
