// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;

namespace snowmelt {

struct DeploymentState;

/// What a running deployment can be told, each with its consequence; what it would refuse is greyed with its reason.
/// What was told last shows above them: on its way, heard, or refused.
class ControlBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ControlBar(QWidget* parent = nullptr);
    /// `telling`: was given and is not heard yet.
    void follow(const DeploymentState& deployment, std::optional<Command> telling);

Q_SIGNALS:
    void told(snowmelt::Command command, int seconds);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* makeButton(Command command, const char* name, const QString& text);
    QPushButton* makeExtend();
    void showButton(Command command, const DeploymentState& deployment);
    void showHeard(const DeploymentState& deployment, std::optional<Command> telling);
    void showConsequence(Command command);
    void placeButtons();

    QHash<Command, QPushButton*> m_buttons;
    QLabel* m_heard;
    QLabel* m_consequence;
    QHash<Command, QString> m_consequences;
    std::optional<Command> m_read; ///< whose consequence is being read
};

} // namespace snowmelt
