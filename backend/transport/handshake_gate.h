// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace snowmelt {

/// Lets in so many who want to shake hands at once: sshd drops at random what comes above MaxStartups (10:30:100), and
/// 500 hosts are not to be 500 sockets in one moment. Who waits is let in by the order of asking, a place that is full
/// aside.
class HandshakeGate : public std::enable_shared_from_this<HandshakeGate>
{
public:
    static constexpr int perPlace = 6;
    static constexpr int overall = 64;

    class Pass;
    /// `place` is what gets crowded: a host and port, or a jump host. `granted` is called once, never from here.
    std::shared_ptr<Pass> ask(const QString& place, std::function<void()> granted);

private:
    void letIn();
    void leave(Pass& pass);

    QList<Pass*> m_waiting;
    QHash<QString, int> m_inside;
    int m_insideOverall = 0;
};

/// Held for as long as the handshake takes; destroying it makes room, or gives up waiting.
class HandshakeGate::Pass
{
public:
    Pass(std::shared_ptr<HandshakeGate> gate, QString place, std::function<void()> granted);
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

    bool isGranted() const { return m_granted; }
    /// While a person thinks others may pass; the place itself stays taken, since sshd still counts the connection.
    void rest();
    void goOn();

private:
    friend class HandshakeGate;
    std::shared_ptr<HandshakeGate> m_gate;
    QString m_place;
    std::function<void()> m_onGranted;
    bool m_granted = false;
    bool m_resting = false;
};

} // namespace snowmelt
