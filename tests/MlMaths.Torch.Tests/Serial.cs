using MlMaths.Torch.Tests;

// libtorch's generator and Tensor.TotalCount belong to the whole process: one test at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(OneThread))]
