// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/recipe.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace snowmelt {

/// What a node of an image must do before it counts as serving. docs/IMAGES.md, "Tried before it is a version".
struct ServingWish
{
    bool boots = false;        ///< false: its recipes name nothing that could run
    QString path;              ///< asked at the one port, answers 2xx; empty: ports accept connections
    QList<int> ports;          ///< all of them; none: it runs, and goes on running
    bool keepsServices = true; ///< no service may end: nobody said what else counts
    int seconds = 60;          ///< after its start
    int birthPort = 8080;      ///< PORT of node.conf
    bool operator==(const ServingWish&) const = default;
};

/// Of the image whose recipes these are, the OS tier's first. Pure.
ServingWish wishOf(const QList<Recipe>& chain);

/// Where a node's port is published, by its number: an ordinary user may publish none below 1024, so those are at a
/// free one above. Each is another. Pure.
QMap<int, int> outsidePorts(const QList<int>& ports);

/// The services that an image's init says have ended, each once: "01-web (1)", its exit status in brackets. Pure.
QStringList endedServices(const QByteArray& log);

} // namespace snowmelt
