// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/blueprint.h"

#include <QFileInfo>

#include <algorithm>

namespace snowmelt {

namespace {

template <typename Part>
const Part* findNamed(const QList<Part>& parts, const QString& name)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

QString Blueprint::folder() const
{
    return QFileInfo(path).path();
}

const ImageSource* Blueprint::findImage(const ImageRef& ref) const
{
    const auto found =
        std::find_if(images.begin(), images.end(), [&](const ImageSource& image) { return image.ref == ref; });
    return found == images.end() ? nullptr : &*found;
}

const Group* Blueprint::findGroup(const QString& groupName) const
{
    return findNamed(groups, groupName);
}

const Balancer* Blueprint::balancerOf(const QString& groupName) const
{
    const auto found = std::find_if(balancers.begin(), balancers.end(),
                                    [&](const Balancer& balancer) { return balancer.serves.contains(groupName); });
    return found == balancers.end() ? nullptr : &*found;
}

const Balancer* Blueprint::findBalancer(const QString& balancerName) const
{
    return findNamed(balancers, balancerName);
}

const Cache* Blueprint::findCache(const QString& cacheName) const
{
    return findNamed(caches, cacheName);
}

const Database* Blueprint::findDatabase(const QString& databaseName) const
{
    return findNamed(databases, databaseName);
}

bool Blueprint::hasParts() const
{
    return !balancers.isEmpty() || !groups.isEmpty() || !databases.isEmpty() || !caches.isEmpty();
}

QStringList Blueprint::versionsOf(const QString& imageName) const
{
    QStringList versions;
    for (const ImageSource& image : images) {
        if (image.ref.name == imageName)
            versions += image.ref.version;
    }
    return versions;
}

} // namespace snowmelt
