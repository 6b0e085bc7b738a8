// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/problem.h"
#include "models/domain/blueprint/recipe.h"
#include "models/domain/drift/group_drift.h"
#include "models/domain/error.h"
#include "models/domain/event.h"
#include "models/domain/fleet.h"
#include "models/domain/planning/plan.h"

#include <QLocale>
#include <QString>

/// From codes to what a person reads, in the language of installTranslator(). The backend never writes a sentence, and
/// the window and the terminal say the same things in the same words.
namespace snowmelt {

/// What happened, and what to do next. What is safe is sentence(Safety).
struct Sentence
{
    QString what;
    QString next;
    bool operator==(const Sentence&) const = default;
};
Sentence sentence(const Error& error);
QString sentence(Safety safety);
/// The same at the end of a deployment, with what its plan knows: "web-4 serves in place of web-2, which is gone."
QString sentence(Safety safety, const Plan& plan);

/// "Creating web-4"; "Waiting because 2 sessions are open, most of them on web-1".
QString sentence(const Progress& progress);
/// "The traffic goes back to blue because …"
QString sentence(const RollingBack& rollingBack);
QString outcomeText(OutcomeKind outcome); ///< "Done", "Differences found"
/// An operation as a title: "Swap web to shop 1.1.0". Verb and subject as in Started.
QString operationTitle(const QString& verb, const QString& subject);
/// The operation that made this plan, as it was called when it was started: "Swap web to shop 1.1.0". A plan that
/// cannot be read any more has its group alone.
QString deploymentTitle(const QString& verb, const Plan& plan);
/// Of a rebirth in batches, what earlier batches replaced and what was not begun; empty: it is of its nodes alone.
QString roundText(const Plan& plan);
/// How a rebirth in batches ended: who was reborn, at whom it stopped, who was not begun. Empty: it had one batch.
QString roundEndText(const Plan& plan, Safety safety);
QString verbText(const QString& verb);

/// What bringing a fleet up makes, where that are many machines: the number, and what to do if it is a mistake.
QString manyMachinesText(const QString& fleet, qint64 machines);

/// "Move the traffic from web-1, web-2 to web-4, web-5"
QString stepTitle(StepKind kind, const Plan& plan);
/// The same without names, for narrow places: "Move traffic"
QString stepName(StepKind kind);
QString strategyText(Strategy strategy);
QString strategyText(const Plan& plan); ///< the same, with "in batches" where it is one of several nodes
QString sentence(const PlanCheck& check);
QString verdictText(Verdict verdict);

QString commandText(Command command); ///< as a button says it: "Roll back"
QString wayText(Way way);
/// What taking this way would do: for under its button.
QString wayConsequence(Way way, const OpenDeployment& open);
QString sentence(const Controlled& told);
/// One line for each: "Line 31 of the configuration of edge was not written by Snowmelt, and stays: timeout queue 11s"
QString sentence(const ConfigEdited& edited);
QString stepEndText(StepEnd end);
/// "Blue (web-1, web-2) serves; green (web-4) exists and gets no traffic."
QString howItStands(const OpenDeployment& open);
/// "Waiting because web-1 has 3 open sessions, the oldest 48 s, one of them a WebSocket"
QString sentence(const DrainSeen& drain);
QString sentence(const GateReading& reading);           ///< "failed 0.2 % (allowed 1 %)"
QString orphanReasonText(const QString& reason);        ///< Orphan::reason
QString moneyText(const Prices& prices, double amount); ///< "₩ 310"; amount in the blueprint's currency

QString imageText(const ImageRef& ref); ///< "shop 1.1.0"; empty when null
QString imageText(const QString& ref);  ///< of "shop@1.1.0"; what is no reference stays as it is

QString healthText(Health health);
QString healthReasonText(const QString& reason); ///< NodeState::healthReason; verbatim ones are shown as they are
QString lifecycleText(Lifecycle lifecycle);
QString roleText(Role role);
QString sideText(Side side); ///< empty for Side::None
QString tierText(Tier tier);

QString sectionText(DriftSection section);
QString kindText(DifferenceKind kind);
QString fieldText(const QString& field);         ///< FieldChange::field; an unknown one is shown as it is
QString unseenReasonText(const QString& reason); ///< Unseen::reason; verbatim ones are shown as they are
QString leftOutReasonText(const QString& reason);
QString differenceCount(int count);                   ///< "3 differences"
QString severityText(DriftSeverity severity);         ///< "high"
QString severityMark(DriftSeverity severity);         ///< "▲ high": a shape and the word
QString differenceText(const Difference& difference); ///< "changed, ▲ high"
QString ignoreRuleText(const IgnoreRule& rule);       ///< "Files /etc/motd (mode only), pack nginx"
QString ignoreReasonText(const IgnoreRule& rule);     ///< a person's own words are shown as they are
QString hiddenText(int count);                        ///< "3 hidden by rules of the blueprint"
QString sentence(const ExpiredRule& expired);
/// "14 packages", "1 listening socket"
QString thingCount(DriftSection section, int count);
/// "6 nodes missed the same update, it seems (14 packages)", "2 nodes lack 3 files that are on most others"
QString causeText(const SharedCause& cause, const GroupDrift& drift);

/// "unknown key “grups”; expected name, groups; did you mean “groups”?" (without file, line and column)
QString sentence(const Problem& problem);

QString durationText(qint64 ms);                            ///< "350 ms", "4.2 s", "3 min 5 s", "2 h 10 min"
QString sizeText(qint64 bytes);                             ///< "191 MB"
QString ageText(const QDateTime& at, const QDateTime& now); ///< "just now", "5 min ago"; empty when `at` is null
QString shareText(double share);                            ///< 0…1: "33 %"

/// Loads the texts of `locale` into the application (English plurals, or Korean) in place of the last ones. False when
/// there are none for it: English stays.
bool installTranslator(const QLocale& locale);

} // namespace snowmelt
