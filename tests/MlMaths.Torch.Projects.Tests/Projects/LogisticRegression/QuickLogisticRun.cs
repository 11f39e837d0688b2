using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickLogisticRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The embedded data through project 1, once for all tests that look at the same folder.</summary>
public sealed class QuickLogisticRun : IDisposable
{
    private readonly Lazy<RunOf> _run = new(() => new RunOf("--quick"));

    internal RunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
