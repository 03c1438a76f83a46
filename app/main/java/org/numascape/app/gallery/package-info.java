/// The sample hosts to choose from, each with its picture and its story.
package org.numascape.app.gallery;
