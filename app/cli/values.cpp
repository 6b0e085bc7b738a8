// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/values.h"

#include "app/cli/cli_text.h"
#include "app/cli/tell.h"

namespace snowmelt {

std::optional<ImageRef> imageValue(const Call& call, const QString& verb, const QString& text)
{
    const std::optional<ImageRef> ref = ImageRef::parse(text);
    if (!ref)
        tellUsage(call.console, CliText::tr("“%1” is not an image; expected IMAGE@VERSION.").arg(text), verb);
    return ref;
}

std::optional<int> numberValue(const Call& call, const QString& verb, const QString& option, int lowest, int highest,
                               int fallback)
{
    if (!call.arguments.has(option))
        return fallback;
    const QString text = call.arguments.options.value(option);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number >= lowest && number <= highest)
        return number;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected a whole number from %3 to %4.")
                  .arg(option, text, QString::number(lowest), QString::number(highest)),
              verb);
    return std::nullopt;
}

} // namespace snowmelt
