// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace snowmelt {

/// SHA-256 as it goes, with the processor's own instructions where it has them: images are hashed whole.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    void add(const char* data, size_t size);
    QByteArray hex(); ///< ends the sum; once

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Hex digest of a file's bytes. FileUnreadable.
Result<QByteArray> sha256OfFile(const QString& path);

} // namespace snowmelt
