/// The one mutable thing: the open design with its history, selection and view, and the work done
/// off the UI thread.
package org.numascape.app.store;
