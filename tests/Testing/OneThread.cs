namespace MlMaths.Torch.Tests;

/// <summary>
/// Tests are small and other processes run beside them: libtorch gets one thread, as two that wait for each other on a busy
/// machine take twenty times as long. A test that needs more asks for them.
/// </summary>
public sealed class OneThread
{
    public OneThread()
    {
        if (WholeSuite.IsRun)
            torch.set_num_threads(1);
    }
}
