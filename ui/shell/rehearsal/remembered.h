// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>

namespace snowmelt {

/// How a person left the rehearsal the last time; empty: never opened.
struct RehearsalPlace
{
    QSize size;
    QByteArray splitter;

    static RehearsalPlace remembered();
    void remember() const;
};

} // namespace snowmelt
