using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickCalculusRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The calculus report, once for all tests that look at the same folder.</summary>
public sealed class QuickCalculusRun : IDisposable
{
    private readonly Lazy<ExercisesRunOf> _run = new(() => new ExercisesRunOf("calculus", "--quick", "--seed", "3"));

    internal ExercisesRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
