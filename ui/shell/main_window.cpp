// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "models/domain/blueprint/parse_blueprint.h"
#include "ui/shell/dialogs/close_question.h"
#include "ui/shell/dialogs/question_desk.h"
#include "ui/shell/editing/blueprint_file.h"
#include "ui/shell/editing/new_blueprint.h"
#include "ui/shell/editing/saving.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/desktop_calls.h"
#include "ui/shell/frame/frame.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/recipes/recipes.h"

#include <QCloseEvent>
#include <QDialog>
#include <QEventLoopLocker>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include <functional>

namespace snowmelt {

namespace {

constexpr QSize firstSize(1400, 875);

} // namespace

class MainWindow::Private : public QObject
{
public:
    Private(MainWindow* window, Operations* operations, QString labBlueprint)
        : q(window), session(new Session(operations, window)), saving(new Saving(session, window)),
          recipes(new Recipes(session, window)), lab(std::move(labBlueprint)), calls(new DesktopCalls(session, window))
    {
        connect(calls, &DesktopCalls::windowWanted, this, [this] { behind.reset(); });
        connect(session->document(), &FleetDocument::operationFinished, this, &Private::followBehind);
        connect(session->document(), &FleetDocument::questionsChanged, this, &Private::comeBackToAnswer);
        new QuestionDesk(session, window);
        connect(session->editor(), &BlueprintEditor::changed, this,
                [this] { q->setWindowModified(session->editor()->isModified()); });
    }

    void makeFrame();
    void remakeFrame();
    void connectFrame();
    void restoreWindow();
    void saveWindow();
    void open(const QString& path);
    void chooseFile();
    void chooseNewFile();
    void makeBlueprint(const QString& path);
    void show(const QString& path);
    void whenFree(CloseQuestion::Offer offer, std::function<void()> then);
    void goBehind();
    void followBehind(const OperationId& id);
    void comeBackToAnswer();

    MainWindow* q;
    Session* session; ///< a child of the window
    Saving* saving;   ///< a child of the window
    Recipes* recipes; ///< a child of the window
    QString lab;
    std::unique_ptr<Frame> frame;
    QPointer<CloseQuestion> question;
    DesktopCalls* calls; ///< a child of the window
    DesktopLook desktop;
    std::unique_ptr<QEventLoopLocker> behind; ///< the program lives on without the window; null: it shows
};

void MainWindow::Private::makeFrame()
{
    frame = std::make_unique<Frame>(q, session, !lab.isEmpty());
    connectFrame();
    if (session->document()->isOpen())
        frame->showFleet();
    else
        frame->showStart();
}

/// Words change: everything that shows them is made again. What is open and what runs stays.
void MainWindow::Private::remakeFrame()
{
    const QByteArray docks = q->saveState();
    frame.reset();
    makeFrame();
    if (frame->showsFleet())
        q->restoreState(docks);
}

void MainWindow::Private::connectFrame()
{
    Frame* made = frame.get();
    connect(made, &Frame::newAsked, this,
            [this] { whenFree(CloseQuestion::Offer::StopOnly, [this] { chooseNewFile(); }); });
    connect(made, &Frame::openAsked, this,
            [this] { whenFree(CloseQuestion::Offer::StopOnly, [this] { chooseFile(); }); });
    connect(made, &Frame::saveAsked, this, [this] { saving->save(); });
    connect(made, &Frame::recipeAsked, recipes, &Recipes::edit);
    connect(saving, &Saving::said, made, &Frame::say);
    connect(saving, &Saving::failed, made, &Frame::say);
    connect(made, &Frame::labAsked, this, [this] { open(lab); });
    connect(made, &Frame::pathAsked, this, [this](const QString& path) { open(path); });
    connect(made, &Frame::reloadAsked, this, [this] { open(session->document()->blueprint().path); });
    connect(made, &Frame::closeFleetAsked, this, [this] { q->close(); });
    connect(made, &Frame::appearanceChosen, this, [this](Appearance appearance) {
        Settings::setAppearance(appearance);
        applyAppearance(appearance, desktop.wish());
    });
    // Queued: the action that asks belongs to the frame that goes.
    connect(
        made, &Frame::languageChosen, this,
        [this](Language language) {
            Settings::setLanguage(language);
            applyLanguage(language);
            remakeFrame();
        },
        Qt::QueuedConnection);
}

void MainWindow::Private::restoreWindow()
{
    q->resize(firstSize);
    q->restoreGeometry(Settings::geometry());
}

void MainWindow::Private::saveWindow()
{
    Settings::setWindow(q->saveGeometry(), frame->showsFleet() ? q->saveState() : QByteArray());
}

void MainWindow::Private::open(const QString& path)
{
    const auto go = [this, path] { whenFree(CloseQuestion::Offer::StopOnly, [this, path] { show(path); }); };
    saving->whenSaved([this, go] { recipes->whenSaved(go); });
}

void MainWindow::Private::show(const QString& path)
{
    QString reason;
    const std::optional<QByteArray> text = readBlueprintFile(path, &reason);
    if (!text)
        return frame->showUnreadable(path, reason);
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const Parsed<Blueprint> parsed = parseBlueprint(*text, canonical);
    if (!parsed.ok())
        return frame->showProblems(canonical, parsed.problems);
    Settings::noteBlueprint(canonical);
    const bool first = !frame->showsFleet();
    session->open(*text, parsed.value);
    q->setWindowTitle(QString(parsed.value.name + QStringLiteral("[*] — Snowmelt")));
    frame->showFleet();
    if (first)
        q->restoreState(Settings::docks());
}

void MainWindow::Private::chooseFile()
{
    auto* chooser = new QFileDialog(q, MainWindow::tr("Open a blueprint"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({MainWindow::tr("Blueprints (*.yaml *.yml)"), MainWindow::tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) { open(path); });
    chooser->open();
}

void MainWindow::Private::chooseNewFile()
{
    auto* chooser = new QFileDialog(q, MainWindow::tr("Where the new blueprint goes"));
    chooser->setObjectName(QStringLiteral("newBlueprintChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setOption(QFileDialog::DontConfirmOverwrite); // what is there is opened, never replaced
    chooser->setNameFilters({MainWindow::tr("Blueprints (*.yaml *.yml)")});
    chooser->setDefaultSuffix(QStringLiteral("yaml"));
    chooser->selectFile(QStringLiteral("fleet.yaml"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) { makeBlueprint(path); });
    chooser->open();
}

void MainWindow::Private::makeBlueprint(const QString& path)
{
    const auto cannot = [&](const QString& why) {
        frame->say(MainWindow::tr("%1 cannot be written: %2. Nothing was changed.").arg(path, why));
    };
    if (QFileInfo::exists(path)) {
        frame->say(MainWindow::tr("%1 was there already: it is opened as it is.").arg(path));
        return open(path);
    }
    const Parsed<Blueprint> known = parseBlueprint(readBlueprintFile(lab).value_or(QByteArray()), lab);
    const NewFleet fleet = newFleet(path, known.ok() ? &known.value : nullptr);
    // The blueprint first: where it cannot be written, nothing else is tried.
    const WriteOutcome written = writeBlueprintFile(path, std::nullopt, fleet.text);
    if (written.kind != WriteOutcome::Kind::Written)
        return cannot(written.reason);
    if (!makeCopies(fleet.copies)) {
        QFile::remove(path);
        return cannot(MainWindow::tr("the recipes of its images cannot be put beside it"));
    }
    open(path);
}

/// Does it at once when nothing runs; else asks, and does it when everything ended in good order.
void MainWindow::Private::whenFree(CloseQuestion::Offer offer, std::function<void()> then)
{
    if (session->underWay().isEmpty())
        return then();
    if (question)
        return question->raise();
    question = new CloseQuestion(session, offer, q);
    connect(question, &CloseQuestion::readyToLeave, this, then, Qt::QueuedConnection);
    connect(question, &CloseQuestion::keepAsked, this, &Private::goBehind);
    question->open();
}

/// What runs goes on without the window; the program ends with it.
void MainWindow::Private::goBehind()
{
    saveWindow();
    behind = std::make_unique<QEventLoopLocker>();
    q->hide();
}

/// Whatever did not end well wants a person, so the window comes back for it.
void MainWindow::Private::followBehind(const OperationId& id)
{
    const OperationState* ended = session->document()->operation(id);
    if (!behind || !ended)
        return;
    const bool well = ended->finished && ended->finished->outcome == OutcomeKind::Done;
    if (well && !session->underWay().isEmpty())
        return;
    if (!well)
        q->show();
    behind.reset();
}

void MainWindow::Private::comeBackToAnswer()
{
    if (!behind || session->document()->questions().isEmpty())
        return;
    q->show();
    behind.reset();
}

MainWindow::MainWindow(Operations* operations, QString labBlueprint, QWidget* parent)
    : QMainWindow(parent), d(std::make_unique<Private>(this, operations, std::move(labBlueprint)))
{
    applyAppearance(Settings::appearance());
    connect(&d->desktop, &DesktopLook::changed, this, [this] {
        if (Settings::appearance() == Appearance::System)
            applyAppearance(Appearance::System, d->desktop.wish());
    });
    applyLanguage(Settings::language());
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Snowmelt"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    d->restoreWindow();
    d->makeFrame();
}

MainWindow::~MainWindow()
{
    // Dialogs speak to the session, which is a child of the window as they are: they go first.
    qDeleteAll(findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::openBlueprint(const QString& path)
{
    d->open(path);
}

/// The desktop changed its looks: what follows the system follows at once.
bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && Settings::appearance() == Appearance::System)
        applyAppearance(Appearance::System, d->desktop.wish());
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (d->session->editor()->isModified()) {
        event->ignore();
        return d->saving->whenSaved([this] { close(); });
    }
    if (d->recipes->isChanged()) {
        event->ignore();
        return d->recipes->whenSaved([this] { close(); });
    }
    if (d->session->underWay().isEmpty()) {
        d->saveWindow();
        return event->accept();
    }
    event->ignore();
    d->whenFree(CloseQuestion::Offer::Keep, [this] { close(); });
}

} // namespace snowmelt
