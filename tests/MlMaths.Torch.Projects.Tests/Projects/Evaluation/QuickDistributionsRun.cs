using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickDistributionsRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The made-up story, once for all tests that look at the same folder.</summary>
public sealed class QuickDistributionsRun : IDisposable
{
    private readonly Lazy<DistributionsRunOf> _run = new(() => new DistributionsRunOf());

    internal DistributionsRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
