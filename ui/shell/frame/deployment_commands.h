// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"

#include <QObject>

class QWidget;

namespace snowmelt {

class Session;
struct DeploymentState;
struct Question;

/// What is asked before a running deployment is told to roll back or to abort: its consequence as it stands.
Question rollBackQuestion(const DeploymentState& deployment);
Question abortQuestion(const DeploymentState& deployment);

/// Tells running deployments what a person wants of them; asks first where something is given up.
class DeploymentCommands final : public QObject
{
    Q_OBJECT
public:
    DeploymentCommands(Session* session, QWidget* window);
    void tell(const QString& group, Command command, int seconds = 0);
    /// The deployment the window shows.
    void tellShown(Command command, int seconds = 0);

private:
    void ask(const Question& question, const QString& group, Command command);
    void start(const QString& group, Command command, int seconds);

    Session* m_session;
    QWidget* m_window;
};

} // namespace snowmelt
