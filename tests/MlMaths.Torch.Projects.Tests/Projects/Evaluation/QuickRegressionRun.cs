using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickRegressionRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The diabetes data through the regression project, once for all tests that look at the same folder.</summary>
public sealed class QuickRegressionRun : IDisposable
{
    private readonly Lazy<RegressionRunOf> _run = new(() => new RegressionRunOf("--quick"));

    internal RegressionRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
