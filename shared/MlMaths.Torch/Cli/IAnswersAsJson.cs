using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Cli;

/// <summary>
/// A command whose <c>--json</c> prints its measurements for another program, and nothing else: no run folder, no
/// report.
/// </summary>
/// <typeparam name="TOptions">The command's options, checked.</typeparam>
public interface IAnswersAsJson<TOptions> : IProject<TOptions>
{
    /// <summary>The measurements alone, without figures and words.</summary>
    Measurements Measure(TOptions options);
}
