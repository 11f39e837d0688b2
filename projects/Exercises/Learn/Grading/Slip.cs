namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>
/// A slip that people make in a method: an edit of the right one. The right method is written once, with a switch for each slip, and the
/// search throws every switch, and every two of them, to see which gives the learner's numbers.
/// </summary>
/// <param name="Id">Its name for programs, for instance <c>one-norm</c>.</param>
/// <param name="Says">
/// What was done, to complete “these are the numbers one gets …”: <c>when only one of the two norms divides</c>.
/// </param>
/// <param name="Look">
/// What the line of code to look at holds, the most telling word first, parted by bars; in the method or in what it calls, else the
/// method is named.
/// </param>
internal sealed record Slip(string Id, string Says, string Look = "return");
