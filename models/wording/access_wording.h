// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access_question.h"

/// Questions that only a person can answer, in the same words in the window and on a terminal. What a host said itself
/// stands in them as it said it: whoever shows them shows plain text.
namespace snowmelt {

/// "The host key of web1 is not known", "A passphrase is needed"
QString accessTitle(const AccessQuestion& question);
/// For whom, and what for: "web-1 is not reached without it."
QString accessReason(const AccessQuestion& question);
/// What is to be typed: "Password of kim on web1". Of Passphrase, Password and Variable.
QString secretLabel(const AccessQuestion& question);
/// Why it is asked once more; empty when it is not.
QString againText(const AccessQuestion& question);
/// What agreeing to a host key means.
QString hostKeyMeaning();
/// What agreeing writes, and where.
QString hostKeyWhere(const QString& file);

} // namespace snowmelt
