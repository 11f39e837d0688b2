using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>
/// A run whose options and data were found good: only then does it get a folder, and only with a folder does the work
/// begin. A mistake of the user's that is found while preparing leaves nothing, a crash at work leaves a folder that says so.
/// </summary>
/// <param name="Data">What the run looks at; null where all is drawn by the seed.</param>
/// <param name="Device">Where tensors live, for instance <c>cpu</c>.</param>
/// <param name="Work">The path from what was prepared to the result.</param>
public sealed record PreparedRun(DataDescription? Data, string Device, Func<BegunRun, ProjectResult> Work);
