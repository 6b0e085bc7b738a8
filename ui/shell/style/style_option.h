// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

namespace snowmelt {

/// The option as what it is; null: it is something else.
template <typename Option>
const Option* optionAs(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

} // namespace snowmelt
