// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace snowmelt {

/// A field for a path. While nobody types in it and the path is longer than it, it shows the end, which names the file;
/// the tool tip has it all.
class PathField final : public QLineEdit
{
    Q_OBJECT
public:
    PathField(const QString& path, QWidget* parent);
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace snowmelt
