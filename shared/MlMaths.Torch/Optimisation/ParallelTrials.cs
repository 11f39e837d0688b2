namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Trainings side by side. A small net is slower on two threads than on one, but two nets on two threads are not: each trial
/// has a thread of its own, on which libtorch works alone. That also fixes the order of every sum, and with it the last bit.
/// </summary>
internal static class ParallelTrials
{
    /// <summary>Does <paramref name="trial"/> for 0 … count − 1.</summary>
    /// <param name="count">How many.</param>
    /// <param name="sideBySide">How many at once; by default one per core.</param>
    /// <param name="trial">One of them; it shares nothing with the others that changes.</param>
    /// <param name="cancellation">No further trial is begun.</param>
    public static void Run(int count, int? sideBySide, Action<int> trial, CancellationToken cancellation = default)
    {
        int next = -1, threadsBefore = torch.get_num_threads();
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, Math.Min(count, sideBySide ?? Environment.ProcessorCount))
            .Select(_ => new Thread(Work))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        torch.set_num_threads(threadsBefore); // MKL's part of the setting is the whole process's
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        cancellation.ThrowIfCancellationRequested();

        void Work()
        {
            torch.set_num_threads(1); // belongs to the thread that sets it
            try
            {
                for (int i = Interlocked.Increment(ref next);
                    i < count && failure is null && !cancellation.IsCancellationRequested;
                    i = Interlocked.Increment(ref next))
                {
                    trial(i);
                }
            }
            catch (Exception cause)
            {
                Interlocked.CompareExchange(ref failure, cause, null);
            }
        }
    }
}
