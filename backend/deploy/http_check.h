// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

namespace snowmelt {

/// A question of Gates::checks: "PATH" must be answered with 200, "PATH=TEXT" must say TEXT too, so that a green that
/// answers well with the wrong version is caught. The first "=" ends the path.
struct HttpCheck
{
    QString path;
    QByteArray text; ///< empty: any
    bool operator==(const HttpCheck&) const = default;
};

HttpCheck parseCheck(const QString& check);

/// The answer as the check takes it: one that lacks the text is none, and says so.
HttpAnswer held(const HttpCheck& check, HttpAnswer answer);

/// "503 …" or why there was no answer, verbatim.
QString saidBy(const HttpAnswer& answer);

} // namespace snowmelt
