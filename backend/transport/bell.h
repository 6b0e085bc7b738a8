// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/completion.h"

#include <QList>

#include <utility>

namespace snowmelt {

/// Something that happens again and again. Whoever waits takes a Completion and looks at the world again when it fires.
class Bell
{
public:
    Completion next()
    {
        m_waiting.append(Completion());
        return m_waiting.last();
    }
    void ring()
    {
        for (Completion& waiting : std::exchange(m_waiting, {}))
            waiting.fire();
    }

private:
    QList<Completion> m_waiting;
};

} // namespace snowmelt
