// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/banner.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/items/way_back.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace snowmelt {

namespace {

class BannerWords
{
    Q_DECLARE_TR_FUNCTIONS(BannerWords)

public:
    static QString stopped(const QString& title) { return tr("%1 stopped").arg(title); }
    static QString done(const QString& title) { return tr("%1 is done").arg(title); }
    static QString rolledBack(const QString& title) { return tr("%1 was rolled back").arg(title); }
    static QString cancelled(const QString& title) { return tr("%1 was cancelled").arg(title); }
    static QString next(const QString& step) { return tr("next: %1").arg(step); }
    static QString noReturnAhead() { return tr("can still be rolled back"); }
    static QString pastNoReturn() { return tr("past the point of no return"); }
    static QString noReturnNext() { return tr("next is the point of no return"); }
    static QString noReturnAt(const QDateTime& at) { return tr("point of no return at %1").arg(clockSeconds(at)); }
    static QString paused(const QString& person, const QDateTime& since)
    {
        return person.isEmpty() ? tr("paused since %1").arg(clockSeconds(since))
                                : tr("paused by %1 since %2").arg(person, clockSeconds(since));
    }
    static QString aborting() { return tr("stops where it stands"); }
    static QString count(const TrafficCounted& traffic)
    {
        if (traffic.requests == 0)
            return {};
        const QLocale locale;
        return tr("%1 failed of %2 requests").arg(locale.toString(traffic.failed), locale.toString(traffic.requests));
    }
};

/// What it does, also when it was taken up again.
QString subjectText(const DeploymentState& deployment)
{
    const bool isRebirth = deployment.plan.strategy == Strategy::Rebirth;
    return deploymentTitle(isRebirth ? QStringLiteral("rebirth") : QStringLiteral("swap"), deployment.plan);
}

bool wasRolledBack(const DeploymentState& deployment)
{
    return deployment.rollingBack && deployment.rollingBack->reason == QStringLiteral("asked");
}

QString titleText(const DeploymentState& deployment)
{
    const QString subject = subjectText(deployment);
    if (deployment.running())
        return subject;
    switch (deployment.finished->outcome) {
    case OutcomeKind::Done:
        return BannerWords::done(subject);
    case OutcomeKind::Cancelled:
        return wasRolledBack(deployment) ? BannerWords::rolledBack(subject) : BannerWords::cancelled(subject);
    default:
        return BannerWords::stopped(subject);
    }
}

QString returnText(const DeploymentState& deployment)
{
    if (!deployment.canRollBack())
        return BannerWords::pastNoReturn();
    if (deployment.bakeUntil.isValid())
        return BannerWords::noReturnAt(deployment.bakeUntil);
    const Step next = deployment.plan.steps.value(deployment.current + 1);
    return next.noReturn ? BannerWords::noReturnNext() : BannerWords::noReturnAhead();
}

/// Who said pause last; empty: it stood still when this window first saw it.
QString whoPaused(const DeploymentState& deployment)
{
    for (auto heard = deployment.asked.crbegin(); heard != deployment.asked.crend(); ++heard) {
        if (heard->told.command == Command::Pause && !heard->told.refused)
            return heard->told.person;
    }
    return {};
}

QString nowText(const DeploymentState& deployment)
{
    if (deployment.aborting)
        return BannerWords::aborting();
    if (deployment.paused())
        return BannerWords::paused(whoPaused(deployment), deployment.pausedAt);
    if (deployment.drain)
        return sentence(*deployment.drain);
    if (deployment.waiting)
        return sentence(*deployment.waiting);
    const Step now = deployment.plan.steps.value(deployment.current);
    return deployment.current >= 0 && deployment.current < deployment.plan.steps.size() ? stepName(now.kind)
                                                                                        : QString();
}

QString runningText(const DeploymentState& deployment)
{
    if (deployment.rollingBack)
        return sentence(*deployment.rollingBack);
    const QList<Step>& steps = deployment.plan.steps;
    QStringList parts{nowText(deployment)};
    if (deployment.current + 1 < steps.size())
        parts << BannerWords::next(stepName(steps.at(deployment.current + 1).kind));
    parts << returnText(deployment);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString endText(const DeploymentState& deployment)
{
    // After a failure its cause alone: what is safe and what to do next stand in the inspector and with the log.
    const Finished& finished = *deployment.finished;
    const QString what = finished.error ? sentence(*finished.error).what : sentence(finished.safety, deployment.plan);
    const QString round = roundEndText(deployment.plan, finished.safety);
    return round.isEmpty() ? what : sentences({what, round});
}

bool isDraining(const DeploymentState& deployment)
{
    const Step now = deployment.plan.steps.value(deployment.current);
    return deployment.current >= 0 && now.kind == StepKind::DrainBlue && !deployment.rollingBack;
}

bool isTrouble(const DeploymentState& deployment)
{
    return deployment.failed || (deployment.finished && deployment.finished->outcome == OutcomeKind::Failed);
}

} // namespace

BannerText bannerText(const DeploymentState& deployment)
{
    return {titleText(deployment), deployment.running() ? runningText(deployment) : endText(deployment),
            BannerWords::count(deployment.traffic)};
}

Banner::Banner(FleetDocument* document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("banner"));
    setFixedHeight(6 * metric::unit);
    m_title = makeLabel({}, TextSize::Large, QFont::Bold, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("bannerTitle"));
    m_detail = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_detail->setObjectName(QStringLiteral("bannerDetail"));
    elide(m_detail);
    m_count = makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, this);
    m_count->setObjectName(QStringLiteral("bannerCount"));
    m_others = new QPushButton(this);
    m_others->setObjectName(QStringLiteral("bannerOthers"));
    makeQuiet(m_others);
    connect(m_others, &QPushButton::clicked, this, &Banner::showNext);
    m_dismiss = new QPushButton(tr("Dismiss"), this);
    m_dismiss->setObjectName(QStringLiteral("bannerDismiss"));
    connect(m_dismiss, &QPushButton::clicked, this, &Banner::dismiss);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(44, metric::unit / 2, 2 * metric::unit, metric::unit / 2);
    row->setSpacing(3 * metric::unit);
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_count);
    row->addWidget(m_others);
    row->addWidget(m_dismiss);

    connect(document, &FleetDocument::deploymentChanged, this, &Banner::follow);
    connect(document, &FleetDocument::opened, this, &Banner::follow);
    follow();
}

void Banner::follow()
{
    const DeploymentState* deployment = m_document->deployment();
    const bool wanted = deployment && !m_dismissed.contains(deployment->operation);
    if (wanted)
        showDeployment(*deployment);
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    Q_EMIT shownChanged(wanted);
}

void Banner::showDeployment(const DeploymentState& deployment)
{
    const BannerText text = bannerText(deployment);
    m_title->setText(text.title);
    m_detail->setText(text.detail);
    m_detail->setToolTip(text.detail);
    m_count->setText(text.count);
    setInk(m_count, deployment.traffic.failed > 0 ? Ink::Red : Ink::Text);
    m_dismiss->setVisible(!deployment.running());
    showOthers(deployment);
    setAccessibleName(QString(text.title + u". " + text.detail));
    update();
}

/// Deployments of other groups that run; one that ended says so when its group is chosen.
void Banner::showOthers(const DeploymentState& deployment)
{
    QStringList others;
    for (const DeploymentState& one : m_document->deployments()) {
        if (one.running() && one.operation != deployment.operation)
            others << one.plan.group;
    }
    m_others->setVisible(!others.isEmpty());
    m_others->setText(tr("%n more deployment(s) run", nullptr, int(others.size())));
    m_others->setToolTip(tr("Shows the next: %1").arg(others.join(QStringLiteral(", "))));
}

/// Round and round: the first that runs after the one shown.
void Banner::showNext()
{
    const DeploymentState* shown = m_document->deployment();
    const QList<DeploymentState>& all = m_document->deployments();
    for (qsizetype i = 0, at = shown ? shown - all.constData() : -1; i < all.size(); ++i) {
        const DeploymentState& next = all.at((at + 1 + i) % all.size());
        if (next.running() && &next != shown)
            return m_document->setSelection(next.plan.group);
    }
}

void Banner::dismiss()
{
    const DeploymentState* deployment = m_document->deployment();
    if (!deployment)
        return;
    const OperationId id = deployment->operation;
    m_dismissed.insert(id);
    follow();
    Q_EMIT dismissed(id);
}

void Banner::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    const DeploymentState* deployment = m_document->deployment();
    if (!deployment)
        return;
    const bool trouble = isTrouble(*deployment);
    painter.fillRect(QRect(0, 0, 4, height()), trouble ? theme.red : theme.ink);
    const QString icon = trouble                   ? QStringLiteral("health-down")
                         : !deployment->running()  ? QStringLiteral("health-healthy")
                         : deployment->paused()    ? QStringLiteral("paused")
                         : isDraining(*deployment) ? QStringLiteral("health-draining")
                                                   : QStringLiteral("running");
    paintIcon(&painter, icon, QRectF(19, height() / 2.0 - 8, 16, 16), {trouble ? theme.red : theme.sub, theme.panel});
}

} // namespace snowmelt
