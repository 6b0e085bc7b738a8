// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/arrangement/place_keeper.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/export/sidecar.h"
#include "ui/shell/arrangement/place_step.h"
#include "ui/shell/editing/blueprint_file.h"

#include <QFileInfo>

namespace snowmelt {

namespace {

/// So long a change may be in no file.
constexpr int dueMs = 500;

QString fileName(const QString& path)
{
    return QFileInfo(path).fileName();
}

template <typename Value>
QMap<QString, Value> over(QMap<QString, Value> entries, const QMap<QString, Value>& by)
{
    entries.insert(by);
    return entries;
}

} // namespace

PlaceKeeper::PlaceKeeper(FleetDocument* document, BlueprintEditor* editor, QObject* parent)
    : QObject(parent), m_document(document), m_editor(editor)
{
    m_due.setSingleShot(true);
    m_due.setInterval(dueMs);
    connect(&m_due, &QTimer::timeout, this, &PlaceKeeper::write);
    connect(editor, &BlueprintEditor::renamed, this, &PlaceKeeper::rename);
    // Before the views hear of it: they connect later.
    connect(document, &FleetDocument::fleetChanged, this, &PlaceKeeper::observed);
}

PlaceKeeper::~PlaceKeeper()
{
    flush();
}

/// Queued: what says it may not be shown yet.
void PlaceKeeper::tell(const QString& text)
{
    QMetaObject::invokeMethod(
        this, [this, text] { Q_EMIT said(text); }, Qt::QueuedConnection);
}

void PlaceKeeper::open(const QString& blueprintPath)
{
    flush();
    m_path = sidecarOf(blueprintPath);
    m_seen = false;
    m_complained = false;
    readAnew();
    if (m_view)
        m_view->prepareArrangement(m_kept);
}

void PlaceKeeper::readAnew()
{
    const SidecarRead read = m_path.isEmpty() ? SidecarRead() : readSidecar(m_path);
    hold(read.arrangement);
    m_base = read.arrangement;
    m_onDisk = read.text;
    if (read.fault.isEmpty())
        return;
    // What is broken is nobody's base: it is never written over.
    m_onDisk.reset();
    QString reason;
    const QString aside = putAside(m_path, &reason);
    tell(aside.isEmpty()
             ? tr("The places in %1 cannot be read (%2), and the file cannot be kept aside (%3). The diagram "
                  "is laid out afresh.")
                   .arg(fileName(m_path), read.fault, reason)
             : tr("The places in %1 cannot be read (%2). It is kept aside as %3, and the diagram is laid "
                  "out afresh.")
                   .arg(fileName(m_path), read.fault, fileName(aside)));
}

void PlaceKeeper::show(DiagramView* view)
{
    m_view = view;
    view->setPlacing(true);
    connect(view, &DiagramView::arrangementChanged, this, &PlaceKeeper::follow);
    connect(view, &DiagramView::moveAsked, this, &PlaceKeeper::move);
    if (m_document->isOpen())
        view->setArrangement(m_kept);
}

/// Until the fleet has been seen a group's nodes are those that the blueprint counts, with numbers of their own, and no
/// side of a deployment is there: what is kept of them is not taken from such a diagram.
void PlaceKeeper::follow()
{
    if (!m_view || !m_document->isOpen())
        return;
    Arrangement now = m_view->arrangement();
    if (!m_seen) {
        now.seats = over(now.seats, m_unseen.seats);
        now.fields = over(now.fields, m_unseen.fields);
    }
    if (now == m_kept)
        return;
    m_kept = now;
    noteChange();
}

void PlaceKeeper::observed()
{
    if (m_seen || !m_document->fleet().observedAt.isValid())
        return;
    m_seen = true;
    if (m_view)
        m_view->prepareArrangement(m_kept);
}

void PlaceKeeper::hold(const Arrangement& arrangement)
{
    m_kept = m_unseen = arrangement;
}

void PlaceKeeper::put(const Arrangement& arrangement)
{
    hold(arrangement);
    noteChange();
    if (m_view)
        m_view->setArrangement(arrangement);
}

void PlaceKeeper::move(const Places& places, bool byKey)
{
    const PlaceChange change(m_kept, withPlaced(m_kept, places));
    if (!change.isEmpty())
        m_editor->take(
            std::make_unique<PlaceStep>(this, byKey ? PlaceStep::Kind::Nudge : PlaceStep::Kind::Move, change));
}

void PlaceKeeper::arrange(const QStringList& parts)
{
    if (!m_view)
        return;
    const QStringList seats = seatsOf(m_view->scene().diagram(), parts);
    const PlaceChange change(m_kept, withoutPlaces(m_kept, QSet<QString>(seats.begin(), seats.end())));
    if (!change.isEmpty())
        m_editor->take(std::make_unique<PlaceStep>(this, PlaceStep::Kind::Arrange, change));
}

void PlaceKeeper::arrangeAll()
{
    const PlaceChange change(m_kept, withoutPlaces(m_kept));
    if (!change.isEmpty())
        m_editor->take(std::make_unique<PlaceStep>(this, PlaceStep::Kind::ArrangeAll, change));
}

/// The document hears of the new name right after.
void PlaceKeeper::rename(const QString& from, const QString& to)
{
    hold(withRenamed(m_kept, from, to));
    noteChange();
    if (m_view)
        m_view->prepareArrangement(m_kept);
}

/// A file comes to be when a person has placed or closed something; who only looks leaves no traces. Once it is there,
/// it keeps what layout decides as well.
bool PlaceKeeper::isWorthKeeping() const
{
    return m_onDisk || !m_kept.placed.isEmpty() || !m_kept.collapsed.isEmpty();
}

void PlaceKeeper::noteChange()
{
    if (!m_path.isEmpty() && !m_due.isActive())
        m_due.start();
}

void PlaceKeeper::flush()
{
    if (m_due.isActive())
        write();
}

void PlaceKeeper::write()
{
    m_due.stop();
    while (!m_path.isEmpty() && isWorthKeeping()) {
        const QByteArray text = arrangementToJson(m_kept);
        if (text == m_onDisk)
            return;
        const WriteOutcome outcome = writeBlueprintFile(m_path, m_onDisk, text);
        if (outcome.kind == WriteOutcome::Kind::Failed)
            return complain(outcome.reason);
        if (outcome.kind == WriteOutcome::Kind::ChangedMeanwhile) {
            if (mergeTheirs())
                continue;
            return;
        }
        m_onDisk = text;
        m_base = m_kept;
        m_complained = false;
        return;
    }
}

void PlaceKeeper::complain(const QString& reason)
{
    if (!std::exchange(m_complained, true))
        tell(tr("Where things stand cannot be kept in %1, and is forgotten when the window closes: %2")
                 .arg(fileName(m_path), reason));
}

/// Another window, or git, wrote meanwhile: what they changed and what was changed here are both kept. False: their
/// file is in the way.
bool PlaceKeeper::mergeTheirs()
{
    const SidecarRead theirs = readSidecar(m_path);
    m_onDisk = theirs.fault.isEmpty() ? theirs.text : std::nullopt;
    if (!theirs.fault.isEmpty()) {
        QString reason;
        const QString aside = putAside(m_path, &reason);
        if (aside.isEmpty())
            complain(reason);
        else
            tell(tr("Somebody wrote what cannot be read into %1 (%2). It is kept aside as %3.")
                     .arg(fileName(m_path), theirs.fault, fileName(aside)));
        return !aside.isEmpty();
    }
    if (!theirs.text)
        return true;
    tell(tr("Somebody else changed %1 meanwhile. Their places and yours are both kept.").arg(fileName(m_path)));
    put(mergedArrangement(std::exchange(m_base, theirs.arrangement), m_kept, theirs.arrangement));
    m_due.stop();
    return true;
}

} // namespace snowmelt
