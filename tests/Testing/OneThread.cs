using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests;

/// <summary>
/// Tests are small and other processes run beside them: libtorch gets one thread, as two that wait for each other on a busy
/// machine take twenty times as long. A test that needs more asks for them. Asked through the library, whose environment must stand
/// before libtorch is loaded: whoever calls <c>torch</c> first leaves fresh threads with as many as there are cores.
/// </summary>
public sealed class OneThread
{
    public OneThread() => ComputeThreads.Set(1);
}
