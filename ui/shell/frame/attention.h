// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace snowmelt {

class FleetDocument;
struct DeploymentState;
struct OpenDeployment;
struct OpenQuestion;

/// Why a person is needed, or wants to know.
enum class Need { DrainOverdue, GateTripped, RolledBack, LongPaused, Ended, FoundOpen };

/// What is told of it.
struct DesktopCall
{
    QString key;   ///< each is told once
    QString group; ///< or a node: what is shown to who follows the call
    QString title;
    QString text;
};

/// How long a deployment may stand still before it is thought forgotten.
inline constexpr int forgottenPauseSeconds = 600;

/// What a deployment calls a person for at `now`; nullopt: it gets on alone. Pure.
std::optional<Need> needOf(const DeploymentState& deployment, const QDateTime& now);
DesktopCall callOf(Need need, const DeploymentState& deployment);
DesktopCall callOf(const OpenDeployment& open);
DesktopCall callOf(const OpenQuestion& open);

/// Watches the document's deployments and questions and calls once for each thing a person is needed for.
class Attention final : public QObject
{
    Q_OBJECT
public:
    explicit Attention(FleetDocument* document, QObject* parent = nullptr);

Q_SIGNALS:
    void needed(const snowmelt::DesktopCall& call);

private:
    void look();
    void lookForOpen();
    void lookForQuestions();
    void callOnce(const DesktopCall& call);

    FleetDocument* m_document;
    QSet<QString> m_called;
};

} // namespace snowmelt
