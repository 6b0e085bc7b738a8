// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

#include <QObject>

#include <functional>
#include <memory>

namespace snowmelt::contract {

/// A running balancer to judge a driver by. It was started with driver->renderConfig(config).
struct BalancerSubject
{
    std::shared_ptr<BalancerDriver> driver;
    NodeFacts balancer;
    BalancerConfig config;        ///< one group, two slots a side: a1 ready on alive[0], the others free
    QList<Endpoint> alive;        ///< two services that answer the group's health path with 200
    Endpoint dead;                ///< nobody answers there
    std::function<void()> reload; ///< returns when the balancer runs what the file says
    std::function<void(bool gone)> hideSocket;
    std::function<bool(bool webSocket)> hold; ///< a request, or a WebSocket, that stays open; null: no such clients
    std::function<void()> letGo;              ///< those that were held end
    std::function<bool(const QByteArray& text)> putConfig; ///< a hand writes the file
    std::function<void()> cleanUp;
};

/// The promises of backend/balancer/balancer_driver.h. The tests follow each other as a deployment does.
class BalancerContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<BalancerSubject()>;
    explicit BalancerContract(Factory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void readsWhatItWasStartedWith();
    void lacksNothing();
    void tellsWhatIsOpen();
    void anAdmittedSlotIsCheckedWithoutTraffic();
    void theSwitchMovesTraffic();
    void aReusedSlotIsNotBelievedEarly();
    void tellsSinceWhenACheckFails();
    void nothingIsTakenAwayForAGreenThatIsNotUp();
    void anUnknownSlotIsRefused();
    void aFreedSlotPointsNowhere();
    void aWrittenConfigLeavesTheRuntimeAlone();
    void aReloadServesWhatTheConfigSays();
    void aRejectedConfigLeavesTheFileAlone();
    void aConfigThatMovedIsNotReplaced();
    void twoWritersLoseNothing();
    void whatAHandWroteIsToldAndStays();
    void aHandThatCameFirstIsNotOverwritten();
    void theSocketIsGone();
    void aCancelledCallDoesNothing();

private:
    SlotState slot(const QString& name);
    QString group() const;
    QList<OpenSession> sessions();

    Factory m_factory;
    BalancerSubject m_subject;
    BalancerConfig m_written;
};

} // namespace snowmelt::contract
