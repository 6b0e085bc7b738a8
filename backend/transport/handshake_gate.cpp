// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/handshake_gate.h"

#include <QTimer>

#include <utility>

namespace snowmelt {

HandshakeGate::Pass::Pass(std::shared_ptr<HandshakeGate> gate, QString place, std::function<void()> granted)
    : m_gate(std::move(gate)), m_place(std::move(place)), m_onGranted(std::move(granted))
{
}

HandshakeGate::Pass::~Pass()
{
    m_gate->leave(*this);
}

void HandshakeGate::Pass::rest()
{
    if (!m_granted || std::exchange(m_resting, true))
        return;
    --m_gate->m_insideOverall;
    m_gate->letIn();
}

void HandshakeGate::Pass::goOn()
{
    if (std::exchange(m_resting, false))
        ++m_gate->m_insideOverall; // above the limit if it must be: the connection is there already
}

std::shared_ptr<HandshakeGate::Pass> HandshakeGate::ask(const QString& place, std::function<void()> granted)
{
    auto pass = std::make_shared<Pass>(shared_from_this(), place, std::move(granted));
    m_waiting.append(pass.get());
    letIn();
    return pass;
}

void HandshakeGate::letIn()
{
    for (qsizetype i = 0; i < m_waiting.size() && m_insideOverall < overall;) {
        Pass* next = m_waiting.at(i);
        int& inside = m_inside[next->m_place];
        if (inside >= perPlace) {
            ++i;
            continue;
        }
        ++inside;
        ++m_insideOverall;
        next->m_granted = true;
        m_waiting.removeAt(i);
        QTimer::singleShot(0, std::exchange(next->m_onGranted, {}));
    }
}

void HandshakeGate::leave(Pass& pass)
{
    m_waiting.removeOne(&pass);
    if (!pass.m_granted)
        return;
    m_insideOverall -= pass.m_resting ? 0 : 1;
    if (--m_inside[pass.m_place] == 0)
        m_inside.remove(pass.m_place);
    letIn();
}

} // namespace snowmelt
