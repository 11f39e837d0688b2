using MlMaths.Torch.Cli;
using MlMaths.Torch.EvaluationPack.Leakage;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>One run of the leakage checks.</summary>
internal sealed class LeakageRunOf(params string[] arguments)
    : RunOf(arguments, null, (given, console, errors) => ProjectCommand.Run(given, new LeakageProject(), console, errors));
