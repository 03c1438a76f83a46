/// Small parts that several panels show: a difference of texts, a button that copies, a guest's
/// colour.
package org.numascape.app.widget;
