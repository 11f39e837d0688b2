
using Tensor x = torch.arange(4);
Console.WriteLine(x.sum().ToInt64());
