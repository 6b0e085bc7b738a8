// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace snowmelt {

class Filtering;

/// The images that run, to choose from; several may be.
class ImageMenu final : public QMenu
{
    Q_OBJECT
public:
    ImageMenu(Filtering* filtering, QWidget* parent);

private:
    void fill();
    Filtering* m_filtering;
};

} // namespace snowmelt
