// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/recipe_window.h"

#include "models/items/effective_model.h"
#include "models/recipes/recipe_lineage.h"
#include "models/wording/wording.h"
#include "ui/shell/editing/blueprint_file.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/history/empty_page.h"
#include "ui/shell/images/image_delegate.h"
#include "ui/shell/recipes/code_view.h"
#include "ui/shell/recipes/recipe_check.h"
#include "ui/shell/recipes/recipe_page.h"
#include "ui/shell/recipes/recipe_questions.h"
#include "ui/shell/style/look.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int typingPause = 150; ///< milliseconds

} // namespace

RecipeWindow::RecipeWindow(const Blueprint& blueprint, const ImageRef& image, QWidget* parent)
    : RecordWindow(tr("Recipe"), {980, 720}, parent), m_blueprint(blueprint), m_model(new EffectiveModel(this))
{
    setObjectName(QStringLiteral("recipeWindow"));
    restoreGeometry(Settings::layoutOf(objectName()));
    m_due.setSingleShot(true);
    m_due.setInterval(typingPause);
    connect(&m_due, &QTimer::timeout, this, &RecipeWindow::check);
    body()->addWidget(makeHead());
    body()->addWidget(makeRule(this));
    body()->addWidget(makeTabs(), 1);
    QPushButton* leave = addButton("closeRecipe", tr("&Close"));
    connect(leave, &QPushButton::clicked, this, &QWidget::close);
    m_save = addButton("saveRecipe", tr("&Save"));
    makePrimary(m_save);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_page->editor(), &QPlainTextEdit::textChanged, this, &RecipeWindow::follow);
    addShortcuts();
    open(image);
}

RecipeWindow::~RecipeWindow()
{
    Settings::setLayoutOf(objectName(), saveGeometry());
}

QWidget* RecipeWindow::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(2 * metric::unit, 12, 2 * metric::unit, 12);
    row->setSpacing(metric::unit);
    m_images = new QComboBox(head);
    m_images->setObjectName(QStringLiteral("recipeImage"));
    m_images->setAccessibleName(tr("Image"));
    m_images->setMinimumWidth(260);
    for (const ImageSource& source : std::as_const(m_blueprint.images))
        m_images->addItem(imageText(source.ref), source.ref.text());
    connect(m_images, &QComboBox::activated, this, [this](int chosen) {
        if (const auto ref = ImageRef::parse(m_images->itemData(chosen).toString()))
            choose(*ref);
    });
    QLabel* label = makeLabel(tr("&Recipe of"), TextSize::Normal, QFont::Normal, Ink::Sub, head);
    label->setBuddy(m_images);
    row->addWidget(label);
    row->addWidget(m_images);
    row->addStretch(1);
    return head;
}

QWidget* RecipeWindow::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("recipeTabs"));
    m_tabs->setDocumentMode(true);
    m_page = new RecipePage(m_tabs);
    m_effective = new QTreeView(m_tabs);
    m_effective->setObjectName(QStringLiteral("effectiveRecipe"));
    m_effective->setAccessibleName(tr("Effective recipe"));
    m_effective->setModel(m_model);
    m_effective->setItemDelegate(new ImageDelegate(ImageDelegate::Rows::Recipe, m_effective));
    m_effective->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_effective->setFrameShape(QFrame::NoFrame);
    m_effective->setUniformRowHeights(true);
    m_effective->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_effective->header()->setStretchLastSection(true);
    m_effectivePages = new QStackedWidget(m_tabs);
    m_effectivePages->setContentsMargins(metric::unit, 0, metric::unit, 0); // rows begin where the words above them do
    m_effectivePages->addWidget(m_effective);
    auto* notYet = new EmptyPage(tr("Not in order yet"),
                                 tr("What is in effect shows when the recipe and its parents have no problems."),
                                 tr("Show the &problems"), m_effectivePages);
    connect(notYet, &EmptyPage::asked, m_tabs, [this] { m_tabs->setCurrentIndex(0); });
    m_effectivePages->addWidget(notYet);
    m_tabs->addTab(m_page, tr("&Text"));
    m_tabs->addTab(m_effectivePages, tr("&Effective"));
    return m_tabs;
}

void RecipeWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, what);
    };
    on(QKeySequence::Save, [this] { save(); });
    on(QKeySequence::Close, [this] { close(); });
    on(QKeySequence::Find, [this] {
        m_tabs->setCurrentIndex(0);
        m_page->find();
    });
    on(QKeySequence::FindNext, [this] { m_page->findNext(); });
    on(QKeySequence::FindPrevious, [this] { m_page->findPrevious(); });
}

QString RecipeWindow::file() const
{
    const ImageSource* source = m_blueprint.findImage(m_image);
    return source ? recipeFile(m_blueprint, *source) : QString();
}

QString RecipeWindow::fileName() const
{
    return QFileInfo(file()).fileName();
}

void RecipeWindow::choose(const ImageRef& image)
{
    if (image != m_image)
        whenSaved([this, image] { open(image); });
    const QSignalBlocker quiet(m_images);
    m_images->setCurrentIndex(m_images->findData(m_image.text()));
}

void RecipeWindow::open(const ImageRef& image)
{
    m_image = image;
    const QSignalBlocker quiet(m_images);
    m_images->setCurrentIndex(m_images->findData(image.text()));
    setWindowTitle(tr("Recipe of %1 — %2[*]").arg(imageText(image), fileName()));
    // A pipe would never open.
    load(QFileInfo(file()).isFile() ? readBlueprintFile(file()) : std::nullopt);
    m_page->editor()->setFocus();
}

void RecipeWindow::load(const std::optional<QByteArray>& text)
{
    m_onDisk = text;
    const QFileInfo there(file());
    const QByteArray shown = text.value_or(QByteArray());
    m_page->setText(shown);
    // What an editor of text would give back otherwise is not touched: other bytes, other line ends.
    m_readable = (text || !there.exists()) && m_page->text() == shown;
    m_page->editor()->setReadOnly(!m_readable);
    m_page->showFaults({}, file());
    follow();
    m_due.stop();
    check();
}

bool RecipeWindow::isChanged() const
{
    return m_readable && m_page->text() != m_onDisk.value_or(QByteArray());
}

QString RecipeWindow::whyNotSave() const
{
    const QFileInfo there(file());
    if (there.exists() && !m_readable)
        return tr("%1 cannot be edited here: it is no plain file of UTF-8 text with Unix line ends, or you may not "
                  "read it.")
            .arg(fileName());
    const QFileInfo folder(there.path());
    if (!folder.exists())
        return tr("The folder %1 is not there.").arg(folder.filePath());
    if (!folder.isWritable() || (there.exists() && !there.isWritable()))
        return tr("%1 is read-only: what you change here cannot be saved.")
            .arg(folder.isWritable() ? fileName() : folder.filePath());
    return {};
}

void RecipeWindow::follow()
{
    setWindowModified(isChanged());
    followSave();
    m_worker.forget();
    m_due.start();
}

void RecipeWindow::followSave()
{
    const QString blocked = whyNotSave();
    m_save->setEnabled(isChanged() && blocked.isEmpty());
    m_save->setToolTip(blocked.isEmpty() && !isChanged() ? tr("There is nothing to save: nothing was changed.")
                                                         : blocked);
}

void RecipeWindow::check()
{
    m_worker.ask([this, blueprint = m_blueprint, image = m_image, text = m_page->text()]() -> SideWorker::Answer {
        const RecipeVerdict verdict = checkedRecipe(blueprint, image, text);
        return [this, verdict] { tell(verdict); };
    });
}

void RecipeWindow::tell(const RecipeVerdict& verdict)
{
    m_page->showFaults(verdict.faults, file());
    m_model->setLines(verdict.effective);
    m_effective->expandAll();
    for (const int column : {0, 1})
        m_effective->resizeColumnToContents(column);
    m_effectivePages->setCurrentIndex(verdict.faults.isEmpty() ? 0 : 1);
    const QString blocked = whyNotSave();
    const QString state = verdict.faults.isEmpty()
                              ? tr("In order.")
                              : tr("%n problem(s).", nullptr, static_cast<int>(verdict.faults.size()));
    say(blocked.isEmpty() ? state : QString(state + u' ' + blocked), !blocked.isEmpty());
}

void RecipeWindow::save(const Then& then)
{
    if (const QString why = whyNotSave(); isChanged() && !why.isEmpty())
        return say(why, true);
    if (isChanged())
        write(m_onDisk, then);
    else if (then)
        then();
}

void RecipeWindow::write(const std::optional<QByteArray>& expected, const Then& then)
{
    const QByteArray text = m_page->text();
    const WriteOutcome outcome = writeBlueprintFile(file(), expected, text);
    if (outcome.kind == WriteOutcome::Kind::ChangedMeanwhile)
        return askAboutTheirs(outcome.theirs, then);
    if (outcome.kind == WriteOutcome::Kind::Failed)
        return say(tr("%1 could not be written, and is as it was: %2").arg(fileName(), outcome.reason), true);
    m_onDisk = text;
    setWindowModified(false);
    followSave();
    say(tr("Saved to %1").arg(fileName()));
    if (then)
        then();
}

void RecipeWindow::askAboutTheirs(const std::optional<QByteArray>& theirs, const Then& then)
{
    auto* question = new ChangedRecipeQuestion(fileName(), !theirs, this);
    connect(question, &ChangedRecipeQuestion::overwriteAsked, this, [this, theirs, then] { write(theirs, then); });
    connect(question, &ChangedRecipeQuestion::theirsAsked, this, [this, theirs] { load(theirs); });
    question->open();
}

void RecipeWindow::whenSaved(const Then& then)
{
    if (!isChanged())
        return then();
    raise();
    auto* question = new UnsavedRecipeQuestion(fileName(), this);
    connect(question, &UnsavedRecipeQuestion::saveAsked, this, [this, then] { save(then); });
    connect(question, &UnsavedRecipeQuestion::discardAsked, this, [this] { load(m_onDisk); });
    connect(question, &UnsavedRecipeQuestion::discardAsked, this, then, Qt::QueuedConnection);
    question->open();
}

/// Escape closes no window that somebody types in.
void RecipeWindow::reject()
{
    m_page->editor()->setFocus();
}

void RecipeWindow::closeEvent(QCloseEvent* event)
{
    if (!isChanged())
        return event->accept();
    event->ignore();
    whenSaved([this] { close(); });
}

} // namespace snowmelt
