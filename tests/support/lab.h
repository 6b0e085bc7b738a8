// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/intent.h"
#include "models/ports/operations.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace snowmelt::test {

/// One operation as its events told it.
struct Run
{
    QList<Event> events;
    std::optional<Finished> finished; ///< nothing: it did not end in time

    template <typename Body>
    QList<Body> all() const
    {
        QList<Body> found;
        for (const Event& event : events) {
            if (const auto* body = std::get_if<Body>(&event.body))
                found.append(*body);
        }
        return found;
    }
    /// "done asWanted" or the error's code and arguments: for QCOMPARE.
    QString ending() const;
    /// Steps begun, done and failed, one per line.
    QString steps() const;
};

/// A fleet under test, through the port as the window and the command line use it.
class Lab : public QObject
{
    Q_OBJECT
public:
    /// `blueprint` is a file; `home` Snowmelt's data folder.
    Lab(Operations* operations, const QString& blueprint);

    const Blueprint& blueprint() const { return m_blueprint; }
    /// A swap or rebirth that names no warnings accepts those its plan shows, as a person does who has read them.
    OperationId begin(const Intent& intent, const QString& takeOver = {});
    /// Waits for the end of what was begun.
    Run end(const OperationId& id, std::chrono::seconds limit = std::chrono::seconds(300));
    Run run(const Intent& intent, std::chrono::seconds limit = std::chrono::seconds(300))
    {
        return end(begin(intent), limit);
    }
    /// Waits until an event of this operation satisfies `wanted`.
    bool waitFor(const OperationId& id, const std::function<bool(const Event&)>& wanted,
                 std::chrono::seconds limit = std::chrono::seconds(120));
    const Run& soFar(const OperationId& id) const { return *m_runs.constFind(id); }

    FleetState look(); ///< status

    /// Turns the event loop until `condition` holds.
    static bool until(const std::function<bool()>& condition, std::chrono::milliseconds limit);

private:
    OperationId start(const Intent& intent, const QString& takeOver);
    QStringList warningsOf(const PlanIntent& plan);

    Operations* m_operations;
    Blueprint m_blueprint;
    QHash<OperationId, Run> m_runs;
};

/// Where a lab test keeps its home: one per build folder, so that images are built once.
QString labHome();
/// Takes a version out of that home's images, so that a test may build it whoever ran before.
void forgetImage(const ImageRef& ref);
/// The bundled lab's blueprint in the source tree.
QString shopBlueprint();

/// Runs a script as root on a node over OpenSSH, as an operator at a terminal would; its exit status.
struct ShellAnswer
{
    int status = 0;
    QByteArray out;
    QByteArray err;
};
ShellAnswer onNode(const QString& fleet, const NodeState& node, const QByteArray& script);

} // namespace snowmelt::test
