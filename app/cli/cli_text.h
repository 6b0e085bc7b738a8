// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace snowmelt {

/// The command line's own texts, in one translation context: CliText::tr("…").
class CliText
{
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

} // namespace snowmelt
